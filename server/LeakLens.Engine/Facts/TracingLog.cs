using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>Which growths happen while the program traces its memory, and where it looks at what was traced.</summary>
internal sealed class TracingLog
{
    private static readonly SlotKey Slot = SlotKey.Attribute("<tracing>");

    private readonly AbstractHeap _heap;
    private readonly List<Growth> _traced = [];
    private readonly Dictionary<SyntaxNode, int> _told = new(ReferenceEqualityComparer.Instance);

    private int _session = 1;

    /// <summary>The object whose slot says whether memory is traced, and from how many bytes on, so that branches undo and join it; null before anything was.</summary>
    private HeapObject? _register;

    public TracingLog(AbstractHeap heap) => _heap = heap;

    /// <summary>How many bytes were alive when tracing began: they are not traced. None when nothing is.</summary>
    public Value Base => _register?.Get(Slot) is { IsAbsent: false } value ? value : Value.None;

    /// <param name="register">An object that lives as long as the program.</param>
    /// <param name="alive">Bytes.</param>
    public void Start(HeapObject register, Quantity alive)
    {
        _register = register;
        if (Base.Kind is ValueKind.None)
        {
            _heap.Set(register, Slot, Value.OfInt(alive));
        }
    }

    /// <summary>What is measured later was traced later.</summary>
    public void Stop()
    {
        if (_register is { } register)
        {
            _heap.Set(register, Slot, Value.None);
            _session++;
            _traced.Clear();
            _told.Clear();
        }
    }

    /// <summary>Something grows.</summary>
    public void Note(Growth growth)
    {
        if (_register is not null && growth.TracedIn != _session && Base.Kind is not ValueKind.None)
        {
            growth.TracedIn = _session;
            _traced.Add(growth);
        }
    }

    /// <summary>The program asks how much was traced.</summary>
    public void Measure(SyntaxNode reading)
    {
        for (var i = _told.GetValueOrDefault(reading); i < _traced.Count; i++)
        {
            if (!_traced[i].Readings.Contains(reading))
            {
                _traced[i].AddReading(reading);
            }
        }

        _told[reading] = _traced.Count;
    }
}
