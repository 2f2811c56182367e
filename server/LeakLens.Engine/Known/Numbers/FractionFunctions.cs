using System.Numerics;

namespace LeakLens.Engine.Known.Numbers;

/// <summary>The module <c>fractions</c>.</summary>
internal static class FractionFunctions
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("fractions.Fraction", static call => call.Count switch
        {
            0 => KnownFraction.Of(BigInteger.Zero, BigInteger.One),
            1 => Make(call.At(0, "numerator")),
            _ => Quotient(call),
        }),
        ("fractions.Fraction.numerator", static call => (call.Self as KnownFraction)?.Numerator),
        ("fractions.Fraction.denominator", static call => (call.Self as KnownFraction)?.Denominator),
        ("fractions.Fraction.limit_denominator", static call => call.Self is KnownFraction fraction && call.SmallAt(0, 1_000_000, "max_denominator") is >= 1 and var most ? Limit(fraction, most) : null),
    ];

    private static object? Make(object? value)
    {
        switch (value)
        {
            case KnownDecimal number:
                return KnownFraction.Of(number);
            case string text:
                var parts = text.Trim().Split('/');
                return parts.Length > 2 || parts[0].Length == 0 || char.IsWhiteSpace(parts[0][^1]) || DecimalText.Parse(parts[0]) is not { } first ? null
                    : parts.Length == 1 ? KnownFraction.Of(first)
                    : first.Exponent == 0 && !parts[0].Contains('.', StringComparison.Ordinal) && parts[1].Length > 0 && parts[1].All(char.IsAsciiDigit) && DecimalText.Parse(parts[1]) is { } second ? KnownFraction.Of(first.Signed, second.Digits)
                    : null;
            default:
                return KnownFraction.From(value);
        }
    }

    private static object? Quotient(KnownCall call)
    {
        var (top, bottom) = (call.At(0, "numerator"), call.At(1, "denominator"));
        return call.Count == 2 && top is not double && bottom is not double && KnownFraction.From(top) is { } first && KnownFraction.From(bottom) is { } second
            ? KnownFraction.Of(first.Numerator * second.Denominator, first.Denominator * second.Numerator)
            : null;
    }

    /// <summary>The nearest fraction with a denominator that is not larger: the last convergent, or the best one between it and the next.</summary>
    private static object? Limit(KnownFraction fraction, int most)
    {
        if (fraction.Denominator <= most)
        {
            return fraction;
        }

        var (p0, q0, p1, q1) = (BigInteger.Zero, BigInteger.One, BigInteger.One, BigInteger.Zero);
        var (n, d) = (fraction.Numerator, fraction.Denominator);
        while (true)
        {
            var a = WholeNumber.FloorDivide(n, d);
            var q2 = q0 + (a * q1);
            if (q2 > most)
            {
                break;
            }

            (p0, q0, p1, q1) = (p1, q1, p0 + (a * p1), q2);
            (n, d) = (d, n - (a * d));
        }

        var k = (most - q0) / q1;
        return 2 * d * (q0 + (k * q1)) <= fraction.Denominator
            ? KnownFraction.Of(p1, q1)
            : KnownFraction.Of(p0 + (k * p1), q0 + (k * q1));
    }
}
