using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// What came to a container in the present trip: it has slots of its own, so that <c>pop()</c> gives what <c>append</c>
/// brought, and <c>del d[k]</c> takes what was put under k. At the end of the trip it joins the crowd.
/// </summary>
internal sealed partial class Evaluator
{
    private const int MostRecent = 8;

    /// <summary>How many values have slots of their own; none when that differs between paths that were joined.</summary>
    private static long RecentCount(HeapObject container) =>
        container.GetMeta(Meta.Recent) is { IsExact: true, Low: var count } ? count : 0;

    private static bool HasRecent(HeapObject container) => container.GetMeta(Meta.Recent).High > 0;

    private void AddRecent(HeapObject container, KeyIdentity? identity, Value key, Value value)
    {
        var count = container.GetMeta(Meta.Recent);
        if (!count.IsExact || count.Low >= MostRecent)
        {
            FlushRecent(_heap, container);
            count = Quantity.Zero;
        }

        if (container.IsSummary || _loop is null)
        {
            Hold(container, key, Quantity.One);
            Hold(container, value, Quantity.One);
            return;
        }

        var at = count.Low;
        _heap.Set(container, SlotKey.Recent(at), value);
        if (identity is { } known)
        {
            _heap.Set(container, SlotKey.RecentKey(at), Value.Of(known));
        }

        if (key.Reference is not null)
        {
            _heap.Set(container, SlotKey.RecentKeyObject(at), key);
        }

        _heap.SetMeta(container, Meta.Recent, at + 1);
    }

    private static long FindRecent(HeapObject container, in KeyIdentity identity)
    {
        for (var i = RecentCount(container) - 1; i >= 0; i--)
        {
            if (container.Get(SlotKey.RecentKey(i)).Key is { } key && key == identity)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool HasRecentObject(HeapObject container, HeapObject key)
    {
        for (var i = RecentCount(container) - 1; i >= 0; i--)
        {
            if (ReferenceEquals(container.Get(SlotKey.RecentKeyObject(i)).Reference, key))
            {
                return true;
            }
        }

        return false;
    }

    private Value TakeRecent(HeapObject container, long at)
    {
        var value = container.Get(SlotKey.Recent(at));
        var last = RecentCount(container) - 1;
        for (var i = at; i < last; i++)
        {
            _heap.Set(container, SlotKey.Recent(i), container.Get(SlotKey.Recent(i + 1)));
            _heap.Set(container, SlotKey.RecentKey(i), container.Get(SlotKey.RecentKey(i + 1)));
            _heap.Set(container, SlotKey.RecentKeyObject(i), container.Get(SlotKey.RecentKeyObject(i + 1)));
        }

        ClearRecent(_heap, container, last);
        _heap.SetMeta(container, Meta.Recent, last);
        return value.IsAbsent ? Value.None : value;
    }

    /// <summary>From here on the values are told apart no more.</summary>
    internal static void FlushRecent(AbstractHeap heap, HeapObject container)
    {
        var count = container.GetMeta(Meta.Recent);
        var times = count.IsExact ? Quantity.One : new Quantity(0, 1);
        for (var i = 0L; i < Math.Min(count.High, MostRecent); i++)
        {
            Hold(heap, container, container.Get(SlotKey.Recent(i)), times);
            Hold(heap, container, container.Get(SlotKey.RecentKeyObject(i)), times);
            ClearRecent(heap, container, i);
        }

        heap.SetMeta(container, Meta.Recent, Quantity.Zero);
    }

    private static void ClearRecent(AbstractHeap heap, HeapObject container, long at)
    {
        heap.Set(container, SlotKey.Recent(at), Value.Absent);
        if (!container.Get(SlotKey.RecentKey(at)).IsAbsent)
        {
            heap.Set(container, SlotKey.RecentKey(at), Value.Absent);
        }

        if (!container.Get(SlotKey.RecentKeyObject(at)).IsAbsent)
        {
            heap.Set(container, SlotKey.RecentKeyObject(at), Value.Absent);
        }
    }

    private void Hold(HeapObject container, Value value, Quantity times) => Hold(_heap, container, value, times);

    private static void Hold(AbstractHeap heap, HeapObject container, Value value, Quantity times)
    {
        if (value.Kind == ValueKind.Union)
        {
            foreach (var alternative in value.Alternatives)
            {
                Hold(heap, container, alternative, new Quantity(0, times.High));
            }
        }
        else if (value.Reference is { } target)
        {
            var key = SlotKey.Group(target);
            heap.Set(container, key, Value.OfInt(container.Get(key).Number + times));
        }
    }
}
