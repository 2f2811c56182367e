using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Heap;

/// <summary>
/// An object of the program, or a summary that stands for all objects that earlier trips of a loop made at one site.
/// Everything that can change is a slot; only <see cref="AbstractHeap"/> writes slots, so that every change can be undone.
/// </summary>
public sealed class HeapObject
{
    private readonly List<Slot> _slots = [];
    private Dictionary<SlotKey, int>? _index;
    private Value[] _locals = [];
    private HeapObject? _forward;

    internal HeapObject(ObjectKind kind, AllocationSite site, int birth)
    {
        Kind = kind;
        Site = site;
        Birth = birth;
    }

    public ObjectKind Kind { get; }

    public AllocationSite Site { get; }

    /// <summary>Serial number of the allocation: older objects have smaller ones.</summary>
    public int Birth { get; }

    /// <summary>Stands for the objects of earlier trips.</summary>
    public bool IsSummary { get; internal init; }

    /// <summary>Of a str or bytes: its length in characters or bytes. A leap over trips may have moved it on.</summary>
    public Quantity LeafLength => _slots.Count > 0 && Get(SlotKey.Of(Meta.Length)) is { IsAbsent: false } later ? later.Number : InitialLength;

    internal Quantity InitialLength { get; init; }

    public StringKind StringKind { get; internal init; }

    /// <summary>Of a short str whose characters are known.</summary>
    public string? Text => _slots.Count == 0 ? InitialText : null;

    internal string? InitialText { get; init; }

    public bool IsLeaf => Kind is ObjectKind.Str or ObjectKind.Bytes;

    /// <summary>What the object is besides memory: the definition of a function, the scope of a frame ...</summary>
    public object? Payload { get; internal init; }

    public IReadOnlyList<Slot> Slots => _slots;

    public ReadOnlySpan<Value> Locals => _locals;

    /// <summary>The object that stands for this one by now: itself, or the summary it was folded into.</summary>
    public HeapObject Resolve()
    {
        var current = this;
        while (current._forward is { } next)
        {
            current = next;
        }

        return current;
    }

    public Value Get(SlotKey key)
    {
        if (key.Kind == SlotKind.Local)
        {
            return _locals[key.Number];
        }

        var at = IndexOf(key);
        return at < 0 ? Value.Absent : _slots[at].Value;
    }

    public Quantity GetMeta(Meta meta) => Get(SlotKey.Of(meta)).Number;

    public override string ToString() => $"{Kind}#{Birth}{(IsSummary ? "*" : string.Empty)}";

    internal void InitializeLocals(int count) => _locals = count == 0 ? [] : new Value[count];

    internal void SetForward(HeapObject? target) => _forward = target;

    internal void SetRaw(SlotKey key, Value value)
    {
        if (key.Kind == SlotKind.Local)
        {
            _locals[key.Number] = value;
            return;
        }

        var at = IndexOf(key);
        if (at >= 0)
        {
            _slots[at] = new Slot(key, value);
            return;
        }

        _slots.Add(new Slot(key, value));
        _index?.Add(key, _slots.Count - 1);
    }

    private int IndexOf(SlotKey key)
    {
        const int ScanUpTo = 8;
        if (_slots.Count <= ScanUpTo)
        {
            for (var i = 0; i < _slots.Count; i++)
            {
                if (_slots[i].Key.Equals(key))
                {
                    return i;
                }
            }

            return -1;
        }

        if (_index is null)
        {
            _index = new Dictionary<SlotKey, int>(_slots.Count * 2);
            for (var i = 0; i < _slots.Count; i++)
            {
                _index.Add(_slots[i].Key, i);
            }
        }

        return _index.TryGetValue(key, out var at) ? at : -1;
    }
}
