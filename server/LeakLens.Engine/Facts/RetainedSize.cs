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

    private readonly Dictionary<HeapObject, double> _shares = [];
    private readonly int _notOlderThan;
    private readonly TargetVersion _target;
    private double _low;
    private double _high;
    private long _top;
    private int _visits;

    private RetainedSize(int notOlderThan, TargetVersion target)
    {
        _notOlderThan = notOlderThan;
        _target = target;
    }

    /// <summary>Measures a container; contents allocated before <paramref name="notOlderThan"/> were there anyway and do not count.</summary>
    public static Quantity Of(HeapObject container, int notOlderThan, TargetVersion target) => Of(container, notOlderThan, target, out _);

    /// <summary>As above, with the number of objects looked at.</summary>
    public static Quantity Of(HeapObject container, int notOlderThan, TargetVersion target, out int visits)
    {
        var size = new RetainedSize(notOlderThan, target);
        size.Visit(container, 1, isRoot: true);
        visits = size._visits;
        return new(ToBytes(size._low), size._top > 0 ? size._top : Math.Max(ToBytes(size._low), ToBytes(size._high)));
    }

    private static long ToBytes(double bytes) => bytes >= 9e18 ? Quantity.FiniteUnknown - 1 : (long)Math.Round(bytes);

    private void Visit(HeapObject target, double share, bool isRoot = false)
    {
        if (target.Kind is ObjectKind.Frame or ObjectKind.Growth || ++_visits > MostVisits)
        {
            return;
        }

        if (!isRoot && target.Birth < _notOlderThan)
        {
            return;
        }

        var had = _shares.GetValueOrDefault(target);
        var added = Math.Min(share, 1 - had);
        if (added <= 1e-9)
        {
            return;
        }

        _shares[target] = had + added;
        Charge(ObjectBytes.Own(target), added);
        Charge(VersionDifference.Of(target, _target), added);
        foreach (var slot in target.Slots)
        {
            Follow(slot, added);
        }
    }

    private void Charge(Quantity bytes, double share)
    {
        _low += bytes.Low * share;
        _high += bytes.HasFiniteHigh ? bytes.High * share : 0;
        _top = bytes.HasFiniteHigh ? _top : Math.Max(_top, bytes.High);
    }

    private void Follow(Slot slot, double share)
    {
        if (slot.Key.Kind == SlotKind.Group && slot.Key.Name is HeapObject held)
        {
            var target = held.Resolve();
            var references = slot.Value.Number;
            if (references.High > 0)
            {
                Visit(target, share * ShareOf(references, target));
            }
        }
        else if (slot.Value.Kind == ValueKind.Union)
        {
            foreach (var alternative in slot.Value.Alternatives)
            {
                FollowValue(alternative, share);
            }
        }
        else
        {
            FollowValue(slot.Value, share);
        }
    }

    private void FollowValue(Value value, double share)
    {
        if (value.Reference is { } target)
        {
            Visit(target, share);
        }
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
