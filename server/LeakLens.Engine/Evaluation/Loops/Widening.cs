using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>
/// What to do about numbers that never settle into a pattern, as those of a hash or a random number generator: they are
/// told by their bounds from then on, so that the rest of the loop can be leapt over.
/// </summary>
internal static class Widening
{
    private const int LookBack = 32;

    /// <summary>A remainder that starts again more often than this in the trips that are looked at jumps about.</summary>
    private const int MostWraps = 4;

    /// <summary>Remainders of small divisors come round before long, and are counted exactly.</summary>
    private const long SmallestDivisor = 64;

    /// <returns>Whether anything was widened.</returns>
    public static bool Apply(AbstractHeap heap, LoopActivation loop, HashSet<SyntaxNode> remainders)
    {
        var first = loop.History.Count - LookBack;
        if (first < 0 || HasLeapt(loop, first))
        {
            return false;
        }

        return WidenRemainders(loop, first, remainders) | WidenVariables(heap, loop, first);
    }

    /// <summary>Where leaps lead far there is a pattern; short ones may be chance.</summary>
    private static bool HasLeapt(LoopActivation loop, int first)
    {
        var trips = Quantity.Zero;
        for (var i = first; i < loop.History.Count; i++)
        {
            trips += loop.History[i].Trips;
        }

        return trips.High > 2 * LookBack;
    }

    private static bool WidenRemainders(LoopActivation loop, int first, HashSet<SyntaxNode> remainders)
    {
        var any = false;
        foreach (var (key, margin) in loop.History[^1].Guards.Margins)
        {
            if (key.Node is BinOp { Operator: BinaryOperator.Mod or BinaryOperator.FloorDiv } && key.Way == GuardKey.UpperBorder
                && CountWraps(loop, first, key, margin) > MostWraps)
            {
                any |= remainders.Add(key.Node);
            }
        }

        return any;
    }

    private static int CountWraps(LoopActivation loop, int first, GuardKey upper, long last)
    {
        var wraps = 0;
        var divisor = last;
        for (var i = first + 1; i < loop.History.Count; i++)
        {
            if (!loop.History[i - 1].Guards.Margins.TryGetValue(upper, out var before) || !loop.History[i].Guards.Margins.TryGetValue(upper, out var now))
            {
                return 0;
            }

            wraps += now > before ? 1 : 0;
            divisor = Math.Max(divisor, now);
        }

        return divisor < SmallestDivisor ? 0 : wraps;
    }

    private static bool WidenVariables(AbstractHeap heap, LoopActivation loop, int first)
    {
        var any = false;
        var state = loop.History[^1].State;
        for (var i = 0; i < state.Count; i++)
        {
            var now = state.Parts[i];
            var id = state.Ids[i];
            if (now.Key.Kind is SlotKind.Local or SlotKind.Attribute && now.Value is { Kind: ValueKind.Int, Number: { IsExact: true, Low: var last } } && JumpsAbout(loop, first, id, last, out var isNegative))
            {
                heap.Set(now.Carrier, now.Key, Value.OfInt(isNegative ? Quantity.AnyInteger : Quantity.SomeLength, now.Value.Reference));
                any = true;
            }
        }

        return any;
    }

    /// <summary>Goes up and down many times, and never by the same.</summary>
    private static bool JumpsAbout(LoopActivation loop, int first, int id, long last, out bool isNegative)
    {
        var turns = 0;
        var previous = last;
        var direction = 0;
        var steps = new HashSet<long>();
        isNegative = false;
        for (var i = loop.History.Count - 2; i >= first; i--)
        {
            if (!loop.History[i].State.Has(id) || loop.History[i].State[id] is not { Kind: ValueKind.Int, Number: { IsExact: true, Low: var number } })
            {
                return false;
            }

            isNegative |= number < 0;
            var sign = Math.Sign(previous - number);
            turns += sign != direction && direction != 0 ? 1 : 0;
            direction = sign;
            steps.Add(previous - number);
            previous = number;
        }

        return turns > MostWraps && steps.Count > LookBack / 2;
    }
}
