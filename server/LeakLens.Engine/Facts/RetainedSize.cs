using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Facts;

/// <summary>
/// Bytes that an object keeps alive: its own and those of everything that it refers to and that is not older than a given
/// moment. An object that several containers hold is counted once; a container that holds only some of the objects that a
/// summary stands for is charged its share.
/// </summary>
internal sealed class RetainedSize
{
    private const int MostVisits = 2_000;

    /// <summary>How much of each object is held: for certain, and at most.</summary>
    private readonly Dictionary<HeapObject, (double Sure, double Most)> _shares = [];
    private int _notOlderThan;
    private TargetVersion _target;
    private double _low;
    private double _high;
    private long _top;
    private int _visits;

    /// <summary>The measurement before, which is over: there are many, and most are small.</summary>
    [ThreadStatic]
    private static RetainedSize? _spare;

    private static RetainedSize Begin(int notOlderThan, TargetVersion target)
    {
        var size = _spare ?? new RetainedSize();
        _spare = null;
        (size._notOlderThan, size._target) = (notOlderThan, target);
        (size._low, size._high, size._top, size._visits) = (0, 0, 0, 0);
        return size;
    }

    /// <summary>Measures a container; contents allocated before <paramref name="notOlderThan"/> were there anyway and do not count.</summary>
    public static Quantity Of(HeapObject container, int notOlderThan, TargetVersion target) => Of(container, notOlderThan, target, out _);

    /// <summary>As above, with the number of objects looked at.</summary>
    public static Quantity Of(HeapObject container, int notOlderThan, TargetVersion target, out int visits)
    {
        var size = Begin(notOlderThan, target);
        size.Visit(container, 1, 1, isRoot: true);
        return size.End(out visits);
    }

    /// <summary>What several values keep alive together.</summary>
    public static Quantity OfAll(IEnumerable<Value> roots, TargetVersion target, out int visits)
    {
        var size = Begin(0, target);
        foreach (var root in roots)
        {
            foreach (var alternative in root.Alternatives)
            {
                size.FollowValue(alternative, 0, 1);
            }

            size.FollowValue(root, 1, 1);
        }

        return size.End(out visits);
    }

    private Quantity End(out int visits)
    {
        visits = _visits;
        _shares.Clear();
        _spare = this;
        return new(ToBytes(_low), _top > 0 ? _top : Math.Max(ToBytes(_low), ToBytes(_high)));
    }

    private static long ToBytes(double bytes) => bytes >= 9e18 ? Quantity.FiniteUnknown - 1 : (long)Math.Round(bytes);

    private void Visit(HeapObject target, double sure, double most, bool isRoot = false)
    {
        if (target.Kind is ObjectKind.Frame or ObjectKind.Growth || ++_visits > MostVisits)
        {
            return;
        }

        if (!isRoot && target.Birth < _notOlderThan)
        {
            return;
        }

        const double Nothing = 1e-9;
        var had = _shares.GetValueOrDefault(target);
        var addedMost = Math.Min(most, 1 - had.Most);
        var addedSure = Math.Min(sure, 1 - had.Sure);
        if (addedMost <= Nothing && addedSure <= Nothing)
        {
            return;
        }

        _shares[target] = (had.Sure + addedSure, had.Most + addedMost);
        Charge(ObjectBytes.Own(target), addedSure, addedMost);
        Charge(VersionDifference.Of(target, _target), addedSure, addedMost);
        foreach (ref readonly var slot in target.Slots)
        {
            // A buffer holds bytes; the numbers that came in are only known from what they were.
            if (target.Kind != ObjectKind.ByteArray || slot.Key.Kind == SlotKind.Attribute)
            {
                Follow(target, slot, addedSure, addedMost);
            }
        }
    }

    private void Charge(Quantity bytes, double sure, double most)
    {
        _low += bytes.Low * sure;
        _high += bytes.HasFiniteHigh ? bytes.High * most : 0;
        _top = bytes.HasFiniteHigh || most <= 0 ? _top : Math.Max(_top, bytes.High);
    }

    private void Follow(HeapObject holder, in Slot slot, double sure, double most)
    {
        if (slot.Key.Kind == SlotKind.Group && slot.Key.Name is HeapObject held)
        {
            var target = held.Resolve();
            var references = slot.Value.Number;
            if (references.High > 0)
            {
                Visit(target, sure * SureShareOf(references, target), most * ShareOf(references, target));
            }
        }
        else if (slot.Key.Kind == SlotKind.Latest)
        {
            return;
        }
        else if (slot.Value.Kind == ValueKind.Union)
        {
            var share = holder.IsSummary ? SureShareOf(holder, slot.Value) : 0;
            foreach (var alternative in slot.Value.Alternatives)
            {
                FollowValue(alternative, sure * share, most);
            }
        }
        else if (slot.Value.Reference is { IsSummary: true } summary && !ReferenceEquals(summary, holder) && !summary.RefersToItself())
        {
            // One name refers to one of the objects that the summary stands for; each of many holders to one.
            var references = holder.IsSummary ? holder.GetMeta(Meta.Count) : Quantity.One;
            Visit(summary, sure * SureShareOf(references, summary), most * ShareOf(references, summary));
        }
        else
        {
            FollowValue(slot.Value, sure, most);
        }
    }

    private void FollowValue(Value value, double sure, double most)
    {
        if (value.Reference is { } target)
        {
            Visit(target, sure, most);
        }
    }

    /// <summary>
    /// Each of many holders refers to one of the objects made at one place: to one of those that the summary stands for, or to the
    /// latest, which a variable still names.
    /// </summary>
    private static double SureShareOf(HeapObject holder, Value value)
    {
        var all = 0L;
        AllocationSite? site = null;
        foreach (var alternative in value.Alternatives)
        {
            if (alternative.Reference is not { } target || (site is { } first && target.Site != first))
            {
                return 0;
            }

            site = target.Site;
            all += target.IsSummary ? target.GetMeta(Meta.Count).Low : 1;
        }

        return all <= 0 ? 0 : Math.Clamp((double)holder.GetMeta(Meta.Count).Low / all, 0, 1);
    }

    private static double SureShareOf(Quantity references, HeapObject target)
    {
        if (!target.IsSummary)
        {
            return references.Low > 0 ? 1 : 0;
        }

        var count = target.GetMeta(Meta.Count).Low;
        return count <= 0 ? 0 : Math.Clamp((double)references.Low / count, 0, 1);
    }

    private static double ShareOf(Quantity references, HeapObject target)
    {
        if (!target.IsSummary)
        {
            return 1;
        }

        var count = target.GetMeta(Meta.Count);
        return !references.HasFiniteHigh || !count.HasFiniteHigh || count.High == 0 ? 1 : Math.Min(1, (double)references.High / count.High);
    }
}
