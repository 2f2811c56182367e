using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Facts;

/// <summary>
/// Looks for small views in a container that grew: arrays and tables that look into others, and memoryviews. What a view looks into
/// stays as long as the view does, unless something refers to it anyway.
/// </summary>
internal sealed class ViewFinder
{
    private const string BufferOfMemoryView = "memoryview_buffer";
    private const int Deepest = 3;
    private const int MostObjects = 100_000;
    private const int MostParents = 64;
    private static readonly SlotKey BufferSlot = SlotKey.Attribute("_buffer");
    private static readonly SlotKey ObjectSlot = SlotKey.Attribute("obj");

    private readonly int _notOlderThan;
    private readonly HashSet<HeapObject> _held = [];
    private readonly Dictionary<HeapObject, (HeapObject View, double Seen)> _parents = [];

    private ViewFinder(int notOlderThan) => _notOlderThan = notOlderThan;

    /// <summary>The object looks into another one, and owns little of what it shows.</summary>
    public static bool IsView(HeapObject target) => target.Kind is ObjectKind.Opaque && !ParentOf(target).IsAbsent;

    /// <summary>The slot refers to what the object looks into, not to what it holds for itself.</summary>
    public static bool IsSight(HeapObject holder, SlotKey key) =>
        holder.Kind is ObjectKind.Opaque && (key == Evaluator.BaseOfView || (key == ObjectSlot && holder.Payload is TypeModel { QualifiedName: var type } && type.EndsWith(BufferOfMemoryView, StringComparison.Ordinal)));

    /// <summary>Of what the container's views keep alive and nothing else does, that which is largest against what can be seen of it; null for none.</summary>
    /// <param name="notOlderThan">The birth of the first object that may have come in by growth.</param>
    public static PinnedParent? Find(HeapObject container, int notOlderThan, OwnerFinder owners)
    {
        var finder = new ViewFinder(notOlderThan);
        finder.Walk(container, depth: 0);
        return finder.Find(owners);
    }

    private void Walk(HeapObject holder, int depth)
    {
        if (depth > Deepest || !_held.Add(holder))
        {
            return;
        }

        if (holder.Contents is { } contents)
        {
            foreach (var value in contents.References)
            {
                Meet(value, 1, depth);
            }
        }

        foreach (ref readonly var slot in holder.Contents is null ? holder.Slots : holder.OwnSlots)
        {
            switch (slot.Key.Kind)
            {
                case SlotKind.Group when slot.Key.Name is HeapObject held:
                    Meet(Value.Of(held.Resolve()), slot.Value.Number is { HasFiniteHigh: true, High: var times } ? times : 1, depth);
                    break;
                case SlotKind.Item or SlotKind.Key or SlotKind.Recent or SlotKind.RecentKeyObject:
                    Meet(slot.Value, 1, depth);
                    break;
                case SlotKind.Attribute when holder.Kind is ObjectKind.Instance:
                    Meet(slot.Value, CountOf(holder), depth);
                    break;
                default:
                    break;
            }
        }
    }

    private void Meet(Value value, long times, int depth)
    {
        foreach (var alternative in value.Alternatives)
        {
            Meet(alternative, times, depth);
        }

        if (value.Reference is not { } target || target.Birth < _notOlderThan || times <= 0 || _held.Count >= MostObjects)
        {
            return;
        }

        if (IsView(target))
        {
            _held.Add(target);
            Add(target, times);
        }
        else if (target.Kind is ObjectKind.List or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque or ObjectKind.Tuple or ObjectKind.Instance)
        {
            Walk(target, depth + 1);
        }
        else if (target.Kind is ObjectKind.Opaque or ObjectKind.Bytes or ObjectKind.ByteArray)
        {
            _held.Add(target);
        }
    }

    /// <summary>Where a variable still names the latest of many parents, views look into that or into one of the others.</summary>
    private void Add(HeapObject view, long times)
    {
        var seen = (double)Evaluator.SeenBytes(view).High * times;
        var parent = ParentOf(view);
        if (parent.Reference is { } only)
        {
            Add(only, view, seen);
            return;
        }

        var several = new HashSet<HeapObject>();
        foreach (var alternative in parent.Alternatives)
        {
            if (alternative.Reference is { } one)
            {
                several.Add(one);
            }
        }

        var all = several.Sum(CountOf);
        foreach (var one in several)
        {
            Add(one, view, seen * CountOf(one) / all);
        }
    }

    private void Add(HeapObject parent, HeapObject view, double seen)
    {
        if (parent.Birth >= _notOlderThan && (_parents.Count < MostParents || _parents.ContainsKey(parent)))
        {
            _parents[parent] = _parents.TryGetValue(parent, out var known) ? (known.View, known.Seen + seen) : (view, seen);
        }
    }

    private PinnedParent? Find(OwnerFinder owners)
    {
        const int LeastRatio = 4;
        PinnedParent? most = null;
        var (pinned, others) = (0L, 0L);
        foreach (var (parent, (view, seen)) in _parents)
        {
            var count = CountOf(parent);
            var kept = KeptBytes(parent, count);
            var shown = (long)(seen / count);
            if (_held.Contains(parent) || owners.IsHeld(parent) || kept / LeastRatio < shown || kept >= Quantity.FiniteUnknown)
            {
                others += count;
                continue;
            }

            pinned += count;
            most = most is null || kept - shown > most.KeptBytes - most.SeenBytes ? new PinnedParent(view.Site.Node, parent.Site.Node, shown, kept, !view.Get(BufferSlot).IsAbsent) : most;
        }

        return pinned > others ? most : null;
    }

    /// <summary>Of arrays that calls without end make, the items of one are known all the same.</summary>
    private long KeptBytes(HeapObject parent, long count) =>
        Evaluator.BytesOfArray(parent)?.High ?? (RetainedSize.Of(parent, _notOlderThan, TargetVersion.Python311).High / count);

    private static Value ParentOf(HeapObject view)
    {
        var parent = view.Get(Evaluator.BaseOfView);
        if (parent.IsAbsent && view.Get(Evaluator.SeriesValues).Reference is { } values)
        {
            parent = values.Get(Evaluator.BaseOfView);
        }

        return parent.IsAbsent && view.Get(BufferSlot).Reference is { } buffer ? buffer.Get(ObjectSlot) : parent;
    }

    /// <summary>One where there is no end: to each a view, as far as is known.</summary>
    private static long CountOf(HeapObject target) =>
        target.IsSummary && target.GetMeta(Meta.Count) is { HasFiniteHigh: true, High: > 0 } count ? count.High : 1;
}
