using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>Means, medians and deviations of ints and floats, worked out exactly and rounded once, as Lib/statistics.py does with fractions.</summary>
internal static class Statistics
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("statistics.mean", static call => Numbers(call) is { } data ? data.Convert(data.Sum, data.Unit * data.Count) : null),
        ("statistics.fmean", static call => call.Count == 1 && Numbers(call) is { } data && Divide(data.Sum, data.Unit) is double sum ? sum / data.Count : null),
        ("statistics.median", Median),
        ("statistics.median_low", static call => Ordered(call) is { } items ? items[(items.Length - 1) / 2] : null),
        ("statistics.median_high", static call => Ordered(call) is { } items ? items[items.Length / 2] : null),
        ("statistics.mode", Mode),
        ("statistics.pvariance", static call => Numbers(call) is { } data ? data.Convert(data.Squares, data.UnitOfSquares * data.Count) : null),
        ("statistics.variance", static call => Numbers(call) is { Count: > 1 } data ? data.Convert(data.Squares, data.UnitOfSquares * (data.Count - 1)) : null),
        ("statistics.pstdev", static call => Numbers(call) is { } data ? Root(data.Squares, data.UnitOfSquares * data.Count) : null),
        ("statistics.stdev", static call => Numbers(call) is { Count: > 1 } data ? Root(data.Squares, data.UnitOfSquares * (data.Count - 1)) : null),
    ];

    /// <summary>What is summed up: each number is so many parts of one, all of the same size.</summary>
    /// <param name="Sum">In parts.</param>
    /// <param name="Squares">The squares of the distances from the mean, times <paramref name="Count"/>, in squares of parts.</param>
    /// <param name="Unit">So many parts are one.</param>
    private sealed record Data(int Count, BigInteger Sum, BigInteger Squares, BigInteger Unit, bool IsWhole)
    {
        public BigInteger UnitOfSquares => Unit * Unit * Count;

        /// <summary>The quotient as the type of the numbers has it: of ints an int, where it is one.</summary>
        public object? Convert(BigInteger numerator, BigInteger denominator) =>
            IsWhole && (numerator % denominator).IsZero ? numerator / denominator : Divide(numerator, denominator);
    }

    private static Data? Numbers(KnownCall call)
    {
        if (call.Count != 1 || Arithmetic.Items(call.At(0, "data")) is not { Count: > 0 } items)
        {
            return null;
        }

        var (least, isWhole) = (0, true);
        foreach (var item in items)
        {
            if (item is not (BigInteger or double) || (item is double number && !double.IsFinite(number)))
            {
                return null;
            }

            if (item is double fraction)
            {
                least = Math.Min(least, FloatDigits.Split(fraction).Exponent);
                isWhole = false;
            }
        }

        var (sum, squares) = (BigInteger.Zero, BigInteger.Zero);
        foreach (var item in items)
        {
            var parts = item is double number && FloatDigits.Split(number) is var (mantissa, exponent) ? mantissa << (exponent - least) : (BigInteger)item << -least;
            call.Work.Add(1 + (WholeNumber.Bits(parts) / WorkMeter.OfCharacter), WorkMeter.OfSearch);
            if (WholeNumber.Bits(parts) > KnownLimits.MostBits)
            {
                return null;
            }

            sum += parts;
            squares += parts * parts;
        }

        return new Data(items.Count, sum, (items.Count * squares) - (sum * sum), BigInteger.One << -least, isWhole);
    }

    private static object? Divide(BigInteger numerator, BigInteger denominator) => WholeNumber.TrueDivide(numerator, denominator) is double quotient ? quotient : null;

    /// <summary>The root of a fraction, rounded to odd with more bits than a float has, and then once to a float.</summary>
    private static object? Root(BigInteger numerator, BigInteger denominator)
    {
        const int Bits = 109;
        if (numerator.IsZero)
        {
            return 0.0;
        }

        var shift = (int)(numerator.GetBitLength() - denominator.GetBitLength() - Bits) / 2;
        var (top, bottom) = shift >= 0 ? (numerator, denominator << (2 * shift)) : (numerator << (-2 * shift), denominator);
        var root = MathFunctions.SquareRoot(top / bottom);
        if (root * root * bottom != top)
        {
            root |= 1;
        }

        return shift >= 0 ? Divide(root << shift, BigInteger.One) : Divide(root, BigInteger.One << -shift);
    }

    private static object[]? Ordered(KnownCall call)
    {
        if (call.Count != 1 || Arithmetic.Items(call.At(0, "data")) is not { Count: > 0 } items)
        {
            return null;
        }

        foreach (var item in items)
        {
            if (item is not (BigInteger or double) || item is double.NaN)
            {
                return null;
            }
        }

        call.Work.Add(items.Count, WorkMeter.OfSearch);
        // Stable, so that of an int and a float that are equal the first stays the first.
        return [.. items.Order(Comparer<object>.Create(static (left, right) => KnownComparison.Compare(left, right) ?? 0))];
    }

    private static object? Median(KnownCall call)
    {
        if (Ordered(call) is not { } items)
        {
            return null;
        }

        var upper = items[items.Length / 2];
        if (items.Length % 2 == 1)
        {
            return upper;
        }

        return KnownOperators.Apply(KnownOperator.Add, items[(items.Length / 2) - 1], upper) is { } sum ? KnownOperators.Apply(KnownOperator.Divide, sum, new BigInteger(2)) : null;
    }

    /// <summary>The first of those that come most often.</summary>
    private static object? Mode(KnownCall call)
    {
        if (call.Count != 1 || Arithmetic.Items(call.At(0, "data")) is not { Count: > 0 } items)
        {
            return null;
        }

        var counts = new Dictionary<object, int>();
        foreach (var item in items)
        {
            if (item.GetType() != items[0].GetType() || item is not (BigInteger or string))
            {
                return null;
            }

            call.Work.Add(item is string text ? text.Length : 1, WorkMeter.OfCharacter);
            counts[item] = counts.GetValueOrDefault(item) + 1;
        }

        // Enumerated in the order in which they came first, as nothing is taken out.
        return counts.MaxBy(static entry => entry.Value).Key;
    }
}
