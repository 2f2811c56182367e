using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>Collects growths while the program is evaluated.</summary>
internal sealed partial class GrowthLog
{
    /// <summary>One statement of all that grow a container tells for all: thousands of them would only be measured again and again.</summary>
    private const int MostOfOne = 256;

    /// <summary>Most loops grow nothing, and are asked at the end of every trip.</summary>
    private static readonly List<Growth> Nothing = [];

    private readonly AbstractHeap _heap;
    private readonly Dictionary<(HeapObject Container, SyntaxNode Node), Growth> _growths = [];
    private readonly Dictionary<HeapObject, List<Growth>> _byContainer = [];
    private readonly Dictionary<LoopActivation, List<Growth>> _byLoop = [];
    private readonly List<Growth> _ordered = [];
    private readonly Budget _budget;
    private readonly TargetVersion _target;
    private readonly ExactSize _exactSize;
    private readonly List<(int FirstBirth, int LastBirth, LoopActivation? Loop)> _outermostLoops = [];
    private int _measured;

    public GrowthLog(AbstractHeap heap, Budget budget, TargetVersion target)
    {
        _heap = heap;
        _budget = budget;
        _target = target;
        _exactSize = new ExactSize(heap, target);
        Tracing = new TracingLog(heap);
    }

    private readonly HashSet<SyntaxNode> _replaced = [];

    public IReadOnlyList<Growth> All => _ordered;

    /// <summary>What the program watches with tracemalloc.</summary>
    public TracingLog Tracing { get; }

    /// <summary>How often the world has called a method so far: growth per call is told of one call, not of all methods one after the other.</summary>
    public int EntryCalls { get; set; }

    /// <summary>Notes that <paramref name="node"/> grew the container, when the container is older than the present trip of a loop that runs now.</summary>
    public void Grew(HeapObject container, SyntaxNode node, LoopActivation? innermost, string operation, Quantity times, int context, Value item = default)
    {
        if (!_growths.TryGetValue((container, node), out var growth))
        {
            var (outermost, codeLoop) = OutermostAfter(container.Birth, innermost);
            if (outermost is null || (_byContainer.TryGetValue(container, out var known) && known.Count >= MostOfOne))
            {
                return;
            }

            // What is gone in the exact run may be forgotten, and nobody asks there.
            var counters = _heap.Allocate(ObjectKind.Growth, node, context: 0, _heap.IsExact ? null : container);
            _heap.Set(container, CountersOf(node), Value.Of(counters));
            growth = new Growth(container, node, counters, outermost, codeLoop?.Node, operation) { Context = context, CodeActivation = codeLoop };
            _growths.Add((container, node), growth);
            _ordered.Add(growth);
            ListOf(_byContainer, container).Add(growth);
            ListOf(_byLoop, outermost).Add(growth);
        }

        growth.GrewIn(EntryCalls);
        Tracing.Note(growth);
        if (!_heap.IsExact)
        {
            growth.NoteItem(item, _target);
        }

        _heap.AddMeta(growth.Counters, Meta.Times, times);
    }

    /// <summary>
    /// Notes that a loop made objects of one site that hold on to each other without a container, as the nodes of a linked
    /// list do. The summary of the site stands for them.
    /// </summary>
    public void Chained(HeapObject summary, LoopActivation loop)
    {
        if (_byContainer.ContainsKey(summary))
        {
            return;
        }

        var counters = _heap.Allocate(ObjectKind.Growth, summary.Site.Node, context: 0, summary);
        var growth = new Growth(summary, summary.Site.Node, counters, loop, loop.Node, "linking");
        _ordered.Add(growth);
        ListOf(_byContainer, summary).Add(growth);
        ListOf(_byLoop, loop).Add(growth);
        _heap.SetMeta(counters, Meta.Times, summary.GetMeta(Meta.Count));
    }

    /// <summary>Notes that objects of one place, which the exact run made, hold each other.</summary>
    /// <param name="first">Those that none of the others holds.</param>
    public void Linked(List<HeapObject> first, List<HeapObject> all)
    {
        var birth = all.Min(static one => one.Birth);
        var node = all[^1].Site.Node;
        var loop = _outermostLoops.FindLast(one => one.FirstBirth <= all[^1].Birth && birth < one.LastBirth).Loop ?? new LoopActivation(node, null, birth, 0, new LoopStatePool());
        var counters = _heap.Allocate(ObjectKind.Growth, node, context: 0, first[0]);
        var growth = new Growth(first[0], node, counters, loop, loop.Node is FunctionDef or ClassDef ? null : loop.Node, "linking") { Roots = first };
        _ordered.Add(growth);
        ListOf(_byContainer, first[0]).Add(growth);
        _heap.SetMeta(counters, Meta.Times, all.Count);
        var bytes = SizeOf(growth);
        _heap.SetMeta(counters, Meta.Peak, bytes);
        growth.Sample(bytes.High, all.Count, all.Count);
    }

    /// <summary>Notes that a call made something of all that an iterator gave or a function made, one after the other: <c>tuple(lines)</c>, <c>reduce(join, rows)</c>.</summary>
    public void Gathered(HeapObject made, int firstBirth, Quantity times, SyntaxNode node, LoopActivation? outer, string operation)
    {
        var loop = new LoopActivation(node, outer, firstBirth, 0, new LoopStatePool()) { Trips = times };
        var counters = _heap.Allocate(ObjectKind.Growth, node, context: 0, made);
        _heap.Set(made, CountersOf(node), Value.Of(counters));
        var growth = new Growth(made, node, counters, loop, node, operation);
        _ordered.Add(growth);
        ListOf(_byContainer, made).Add(growth);
        ListOf(_byLoop, loop).Add(growth);
        _heap.SetMeta(counters, Meta.Times, times);
        MeasureLoop(loop);
    }

    /// <summary>An outermost loop of the exact run is over.</summary>
    public void LeaveLoop(LoopActivation loop)
    {
        if (loop.Outer is null)
        {
            _outermostLoops.Add((loop.FirstBirth, _heap.ObjectCount, loop));
        }
    }

    /// <summary>Notes that contents of the container are about to be let go of: what it holds now may be its peak.</summary>
    public void Releases(HeapObject container)
    {
        if (!_byContainer.TryGetValue(container, out var list))
        {
            return;
        }

        foreach (var growth in list)
        {
            MeasureWhenLarger(growth);
            _heap.AddMeta(growth.Counters, Meta.Releases, Quantity.One);
        }
    }

    /// <summary>Of a container that loses one item after the other only those moments are measured at which it is larger than before.</summary>
    private void MeasureWhenLarger(Growth growth)
    {
        if (!_heap.IsExact)
        {
            Measure(growth);
            return;
        }

        const int Finest = 32;
        var length = growth.Container.GetMeta(Meta.Length).High;
        if (length > growth.MeasuredLength + (growth.MeasuredLength / Finest))
        {
            growth.MeasuredLength = length;
            Measure(growth);
        }
    }

    /// <summary>
    /// Notes that a place, which is older than the present trip, is about to refer to something longer than before, as with
    /// <c>text += line</c> and <c>xs = xs + [x]</c>; or to something else, which ends such a growth.
    /// </summary>
    public void Rebinds(HeapObject storage, SlotKey place, Value old, Value replacement, SyntaxNode node, LoopActivation loop)
    {
        if (!IsSized(replacement))
        {
            return;
        }

        if (old.IsAbsent)
        {
            PlaceNotes.Of(storage, place).Origin = (_heap.ObjectCount, loop, loop.Evaluated);
            return;
        }

        if (storage.Birth >= loop.FirstBirthOfTrip)
        {
            return;
        }

        var known = PlaceNotes.Of(storage, place).Growth;
        var before = LengthAtRebinding(storage, place, old, replacement);
        if (replacement.Reference is { IsSummary: false } now && now.Birth >= loop.FirstBirthOfTrip && IsSized(old) && IsLonger(LengthOf(replacement), before)
            && (known ?? AddPlace(storage, place, node, loop, now)) is { } growth)
        {
            growth.GrewIn(EntryCalls);
            Tracing.Note(growth);
            _heap.AddMeta(growth.Counters, Meta.Times, LengthOf(replacement).Low > before.High ? Quantity.One : new Quantity(0, 1));
            return;
        }

        if (known is not null && LengthOf(replacement).High < before.High)
        {
            Measure(known);
            _heap.AddMeta(known.Counters, Meta.Releases, Quantity.One);
        }

        PlaceNotes.Of(storage, place).Origin = (_heap.ObjectCount - 1, loop, loop.Evaluated);
    }

    /// <summary>How long what the place refers to was when it was bound; it may have grown since, and a copy of it is no shorter.</summary>
    private Quantity LengthAtRebinding(HeapObject storage, SlotKey place, Value old, Value replacement)
    {
        if (!_heap.IsExact)
        {
            return LengthBeforeCopy(storage, place, old, replacement);
        }

        ref var note = ref PlaceNotes.Of(storage, place);
        var before = note.Length ?? LengthOf(old);
        note.Length = LengthOf(replacement);
        return before;
    }

    private const string CopiedPrefix = "<copied>";

    /// <summary>
    /// A list that is bound to a copy of itself trip after trip, and grows in between, is never longer at that moment than what the place refers to:
    /// it counts how long the copy before was. A slot, so that loops move it on.
    /// </summary>
    private Quantity LengthBeforeCopy(HeapObject storage, SlotKey place, Value old, Value replacement)
    {
        var before = LengthOf(old);
        if (replacement.Reference is not { Kind: ObjectKind.List or ObjectKind.Dict or ObjectKind.Set } copy || old.Reference?.Kind != copy.Kind || before != LengthOf(replacement) || !before.IsExact)
        {
            return before;
        }

        var key = new SlotKey(SlotKind.Attribute, place.Number, place.Name is string name ? CopiedPrefix + name : CopiedPrefix);
        var earlier = storage.Get(key);
        _heap.Set(storage, key, Value.OfInt(before));
        return earlier.IsAbsent ? before : Quantity.Min(earlier.Number, before);
    }

    private Growth? AddPlace(HeapObject storage, SlotKey place, SyntaxNode node, LoopActivation loop, HeapObject now)
    {
        var (outermost, codeLoop) = OutermostAfter(storage.Birth, loop, PlaceNotes.Of(storage, place).Origin);
        if (outermost is null)
        {
            return null;
        }

        var counters = _heap.Allocate(ObjectKind.Growth, node, context: 0, storage);
        _heap.Set(storage, CountersOf(node), Value.Of(counters));
        var isInPlace = now.Kind == ObjectKind.Str && node is Name;
        var growth = new Growth(storage, node, counters, outermost, codeLoop?.Node, "rebinding", place) { IsCopied = !isInPlace, CodeActivation = codeLoop };
        PlaceNotes.Of(storage, place).Growth = growth;
        _ordered.Add(growth);
        ListOf(_byLoop, outermost).Add(growth);
        return growth;
    }

    private static bool IsLonger(Quantity now, Quantity before) => now.High > before.High || (now.High == before.High && now.Low > before.Low);

    private static bool IsSized(Value value) => value.Kind is ValueKind.Text or ValueKind.ByteText
        || value.Reference is { Kind: ObjectKind.Str or ObjectKind.Bytes or ObjectKind.List or ObjectKind.Tuple or ObjectKind.Dict or ObjectKind.Set }
        || Evaluator.BytesOfTable(value) is not null || Evaluator.HeldAtOnce(value) is not null;

    private static Quantity LengthOf(Value value) => value.Reference switch
    {
        null => value.Number,
        { IsLeaf: true } leaf => leaf.LeafLength,
        { Kind: ObjectKind.Tuple, IsSummary: false } tuple => tuple.GetMeta(Meta.Length) + LengthOfParts(tuple),
        { Kind: ObjectKind.Opaque } => Evaluator.BytesOfTable(value) ?? Evaluator.HeldAtOnce(value) ?? Quantity.Zero,
        var container => container.GetMeta(Meta.Length),
    };

    /// <summary>A record that is made anew with a longer list or tuple in it grows too.</summary>
    private static Quantity LengthOfParts(HeapObject tuple)
    {
        var length = Quantity.Zero;
        foreach (var slot in tuple.Slots)
        {
            if (slot.Key.Kind == SlotKind.Item && slot.Value.Reference is { Kind: ObjectKind.List or ObjectKind.Tuple or ObjectKind.Dict or ObjectKind.Set } part)
            {
                length += part.GetMeta(Meta.Length);
            }
        }

        return length;
    }

    /// <summary>Notes what was alive besides a container while it was filled, and is let go of now that it is full.</summary>
    public void Besides(HeapObject container, Quantity bytes)
    {
        foreach (var growth in _byContainer.GetValueOrDefault(container, Nothing))
        {
            Measure(growth);
            _heap.SetMeta(growth.Counters, Meta.Peak, growth.Peak + bytes);
        }
    }

    /// <summary>Notes that a place stops referring to the container.</summary>
    public void Abandons(HeapObject container)
    {
        if (_byContainer.TryGetValue(container, out var list))
        {
            foreach (var growth in list)
            {
                MeasureWhenLarger(growth);
                if (growth.IsPerCall)
                {
                    // When that happens is up to the world, and what came in before goes with it.
                    _replaced.Add(growth.Node);
                    _heap.AddMeta(growth.Counters, Meta.Releases, new Quantity(0, 1));
                }
            }
        }
    }

    /// <summary>The container that the statement grows is replaced by another one when the world says so.</summary>
    public bool IsReplaced(Growth growth) => growth.IsPerCall && _replaced.Contains(growth.Node);

    /// <summary>Of the statements that grow one container the one that adds most tells for all: its bytes are those of the container.</summary>
    public bool IsMain(Growth growth)
    {
        if (_heap.IsExact)
        {
            return IsMainExactly(growth);
        }

        foreach (var other in _byContainer.GetValueOrDefault(growth.Container) ?? [])
        {
            if (!ReferenceEquals(other, growth) && Weight(other).CompareTo(Weight(growth)) > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of growths of one container that which began first tells: it counts everything that the others count.</summary>
    private bool IsMainExactly(Growth growth)
    {
        if (_present is null)
        {
            _present = [];
            foreach (var one in _ordered)
            {
                ListOf(_present, one.Container).Add(one);
            }
        }

        foreach (var other in _present.GetValueOrDefault(growth.Container) ?? [])
        {
            var order = other.NotOlderThan == growth.NotOlderThan ? Weight(other).CompareTo(Weight(growth)) : growth.NotOlderThan - other.NotOlderThan;
            if (!ReferenceEquals(other, growth) && order > 0 && other.Times.High > (other.IsPlace ? 1 : 0))
            {
                return false;
            }
        }

        return true;
    }

    private Dictionary<HeapObject, List<Growth>>? _present;

    private static (long Times, int Order) Weight(Growth growth) => (growth.Times.High, -growth.Counters.Birth);

    /// <summary>The growth of <paramref name="holder"/> counts <paramref name="held"/> among what came in while it grew.</summary>
    public bool Covers(HeapObject holder, HeapObject held) =>
        _byContainer.TryGetValue(holder, out var growths) && growths.Exists(growth => growth.NotOlderThan <= held.Birth);

    public bool HasGrown(HeapObject container) => _byContainer.ContainsKey(container);

    /// <summary>Measures every growth that came up since the last call.</summary>
    public void MeasureNew()
    {
        for (; _measured < _ordered.Count; _measured++)
        {
            Measure(_ordered[_measured]);
        }
    }

    /// <summary>Takes samples at the end of a trip of <paramref name="loop"/>.</summary>
    public void Sample(LoopActivation loop)
    {
        foreach (var growth in GrownBy(loop))
        {
            if (growth.Times.HasFiniteHigh)
            {
                var bytes = Measure(growth);
                growth.Least = bytes.HasFiniteHigh ? 0 : ObjectBytes.PerItem(growth.Container) + growth.ItemBytes;
                growth.Sample(ObjectBytes.Settled(growth.Container, bytes.HasFiniteHigh ? bytes.High : bytes.Low), growth.Times.High, loop.Trips.High);
            }
        }
    }

    /// <summary>Measures what <paramref name="loop"/> grew, when it is over.</summary>
    public void MeasureLoop(LoopActivation loop)
    {
        foreach (var growth in GrownBy(loop))
        {
            var bytes = Measure(growth);
            if (_heap.IsExact && bytes.HasFiniteHigh)
            {
                growth.Sample(bytes.High, growth.Times.High, loop.Trips.High);
                NoteFilled(growth);
            }
        }
    }

    /// <param name="loop">A loop that is given up before its end.</param>
    /// <param name="isCutShort">Too little was seen of it to say how it goes on.</param>
    public void MarkCoarse(LoopActivation loop, bool isCutShort)
    {
        foreach (var growth in GrownBy(loop))
        {
            growth.IsCoarse = true;
            growth.IsCutShort |= isCutShort;
        }
    }

    public List<Growth> GrownBy(LoopActivation loop) => _byLoop.GetValueOrDefault(loop, Nothing);

    private static List<Growth> ListOf<TKey>(Dictionary<TKey, List<Growth>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            // Most have one statement that grows them.
            lists.Add(key, list = new List<Growth>(1));
        }

        return list;
    }

    private Quantity Measure(Growth growth)
    {
        var container = growth.Container.Resolve();
        if (!ReferenceEquals(container, growth.Container) || growth.IsVacant)
        {
            return Quantity.Zero;
        }

        var bytes = SizeOf(container, growth.NotOlderThan, out var visits);
        _budget.StepAside(1 + (visits / 2));
        var peak = bytes.HasFiniteHigh ? new Quantity(bytes.Low, ObjectBytes.WhileGrowing(container, bytes.High)) : bytes;
        peak = growth.IsCopied ? peak + ObjectBytes.Own(container) : peak;
        if (peak.High > growth.Peak.High || peak.Low > growth.Peak.Low)
        {
            _heap.SetMeta(growth.Counters, Meta.Peak, Quantity.Max(peak, growth.Peak));
        }

        return bytes;
    }

    /// <summary>What a container keeps alive of all that is not older than a moment.</summary>
    public Quantity SizeOf(HeapObject container, int notOlderThan, out int visits) => _heap.IsExact
        ? _exactSize.Of(container, notOlderThan, out visits)
        : RetainedSize.Of(container, notOlderThan, _target, out visits);

    /// <summary>What a growth keeps alive of all that came since it began.</summary>
    public Quantity SizeOf(Growth growth) => growth.Roots.Count > 1
        ? _exactSize.Of(growth.Roots.Select(static root => Value.Of(root)), growth.NotOlderThan, out _)
        : SizeOf(growth.Container, growth.NotOlderThan, out _);

    /// <summary>The slot through which a container leads to its counters, so that they are sampled and vanish with it.</summary>
    public static SlotKey CountersOf(SyntaxNode node) => new(SlotKind.Attribute, 0, node);

    /// <param name="birth">When the container was made.</param>
    /// <param name="innermost">The loop that runs.</param>
    /// <param name="origin">Of a place: when, and in which trip, it was bound to what grows. What that trip adds is no growth of its loop.</param>
    private static (LoopActivation? Outermost, LoopActivation? CodeLoop) OutermostAfter(int birth, LoopActivation? innermost, (int Birth, LoopActivation? Loop, int Trip) origin = default)
    {
        LoopActivation? found = null;
        LoopActivation? codeLoop = null;
        birth = Math.Max(birth, origin.Birth);
        for (var loop = innermost; loop is not null && loop.FirstBirthOfTrip > birth && !(ReferenceEquals(loop, origin.Loop) && loop.Evaluated == origin.Trip); loop = loop.Outer)
        {
            found = loop;
            codeLoop = loop.Node is FunctionDef or ClassDef ? codeLoop : loop;
        }

        return (found, codeLoop);
    }
}
