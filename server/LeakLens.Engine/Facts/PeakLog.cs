using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>Notes what is large at the moment when it is made, and how much is alive then.</summary>
internal sealed class PeakLog
{
    /// <summary>Smaller things make no peak, in bytes.</summary>
    private const long Smallest = 32 * 1024;

    /// <summary>No machine has as much: where at least that is asked for, how much more is of no interest.</summary>
    private const long Impossible = 1L << 50;

    private const int MostPerNode = 8;
    private const int MostNodes = 256;

    private readonly Dictionary<SyntaxNode, (AllocationFact Fact, int Times)> _largest = [];
    private readonly Budget _budget;
    private readonly TargetVersion _target;
    private readonly ExactSize? _exactSize;

    public PeakLog(Budget budget, TargetVersion target, ExactSize? exactSize)
    {
        _exactSize = exactSize;
        _budget = budget;
        _target = target;
    }

    public IEnumerable<AllocationFact> All => _largest.Values.Select(static entry => entry.Fact);

    /// <summary>Whether a value is large enough to be worth a look. Asked of every result: cheap.</summary>
    public static bool IsLarge(Value value)
    {
        if (value.Reference is not { IsSummary: false } made)
        {
            return false;
        }

        var length = made.Kind switch
        {
            ObjectKind.Str or ObjectKind.Bytes => made.LeafLength,
            ObjectKind.List or ObjectKind.Tuple or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque or ObjectKind.ByteArray => made.GetMeta(Meta.Length) * 8,
            ObjectKind.Opaque => ObjectBytes.Own(made),
            _ => Quantity.Zero,
        };
        return length.HasFiniteHigh ? length.High >= Smallest : length.Low >= Impossible;
    }

    /// <summary>Notes a large result together with what is alive besides it.</summary>
    /// <param name="making">What making it took besides, for a moment; null for nothing.</param>
    public void Made(HeapObject made, SyntaxNode node, IReadOnlyList<Value> temporaries, Frame frame, bool isEntryPoint, Scratch? making = null)
    {
        var known = _largest.GetValueOrDefault(node);
        if (known.Times >= MostPerNode || (known.Times == 0 && _largest.Count >= MostNodes))
        {
            return;
        }

        var bytes = _exactSize?.Of(made, notOlderThan: 0, out var visits) ?? RetainedSize.Of(made, notOlderThan: 0, _target, out visits);
        _budget.StepAside(1 + (visits / 2));
        bytes = bytes.Low >= Impossible ? Impossible : bytes;
        if (!bytes.HasFiniteHigh || (known.Fact is { } before && bytes.High <= before.Bytes.High + (before.Bytes.High / 32)))
        {
            return;
        }

        var live = Alive(making is null ? Roots(made, temporaries, frame) : Roots(made, [.. temporaries, .. making.Held], frame), out visits) + (making?.Bytes ?? 0);
        _budget.StepAside(1 + (visits / 2));
        live = live.HasFiniteHigh ? Quantity.Max(live, bytes) : bytes;
        _largest[node] = (new AllocationFact(node, made.Kind, bytes, live, isEntryPoint) { OwnBytes = ObjectBytes.Own(made) }, known.Times + 1);
    }

    /// <summary>Notes what a recursion holds at its deepest, of which <paramref name="largest"/> is the largest thing of the last call.</summary>
    public void Deep(HeapObject largest, IReadOnlyList<Value> temporaries, Frame frame, bool isEntryPoint)
    {
        var live = Alive(Roots(made: null, temporaries, frame), out var visits);
        _budget.StepAside(1 + (visits / 2));
        var node = largest.Site.Node;
        if (live.HasFiniteHigh && live.High >= Smallest && !(_largest.TryGetValue(node, out var known) && known.Fact.LiveBytes.High >= live.High) && _largest.Count < MostNodes)
        {
            _largest[node] = (new AllocationFact(node, largest.Kind, ObjectBytes.Own(largest), live, isEntryPoint), known.Times);
        }
    }

    /// <summary>What some values keep alive together.</summary>
    public Quantity Alive(IEnumerable<Value> roots, out int visits) => _exactSize?.Of(roots, notOlderThan: 0, out visits) ?? RetainedSize.OfAll(roots, _target, out visits);

    /// <summary>All that is alive: what was just made, arguments under way, the variables of every frame that runs.</summary>
    public static IEnumerable<Value> Roots(HeapObject? made, IReadOnlyList<Value> temporaries, Frame innermost)
    {
        if (made is not null)
        {
            yield return Value.Of(made);
        }

        foreach (var value in temporaries)
        {
            yield return value;
        }

        for (var frame = innermost; frame is not null; frame = frame.Caller)
        {
            for (var i = 0; i < frame.Storage.Locals.Length; i++)
            {
                yield return frame.Storage.Locals[i].Value;
            }
        }
    }
}
