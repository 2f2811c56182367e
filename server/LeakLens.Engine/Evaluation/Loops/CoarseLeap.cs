using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>What is done where no pattern was found in time.</summary>
internal static class CoarseLeap
{
    /// <summary>Leaps over the rest with average growth, where no pattern was found in time.</summary>
    public static void Leap(AbstractHeap heap, LoopActivation loop, Quantity tripsLeft)
    {
        loop.IsCoarse = true;
        if (loop.History.Count < 2)
        {
            return;
        }

        var middle = (loop.History.Count - 1) / 2;
        var half = loop.History[middle];
        var last = loop.History[^1];
        var trips = TripsBetween(loop, middle);
        if (trips <= 0)
        {
            return;
        }

        for (var i = 0; i < last.State.Count; i++)
        {
            var now = last.State.Parts[i];
            var id = last.State.Ids[i];
            if (now.Value.Kind != ValueKind.Int || !half.State.Has(id) || half.State[id].Kind != ValueKind.Int)
            {
                continue;
            }

            heap.Set(now.Carrier, now.Key, Value.OfInt(Average(half.State[id].Number, now.Value.Number, trips, tripsLeft), now.Value.Reference));
        }

        loop.Trips += tripsLeft;
    }

    private static long TripsBetween(LoopActivation loop, int from)
    {
        var trips = Quantity.Zero;
        for (var i = from + 1; i < loop.History.Count; i++)
        {
            trips += loop.History[i].Trips;
        }

        return trips.HasFiniteHigh ? trips.High : 0;
    }

    private static Quantity Average(Quantity then, Quantity now, long trips, Quantity tripsLeft)
    {
        var low = now.Low - then.Low;
        var high = now.High - then.High;
        if (!now.HasFiniteHigh || now.Low == Quantity.NoLow)
        {
            return now;
        }

        var least = Quantity.Clamp(now.Low + ((Int128)Math.Max(0, low) * tripsLeft.Low / trips));
        return new Quantity(least, high <= 0 ? Math.Max(least, now.High) : tripsLeft.HasFiniteHigh ? Quantity.Clamp(now.High + ((Int128)high * tripsLeft.High / trips)) : tripsLeft.High);
    }
}
