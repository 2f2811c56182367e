using System.Numerics;

namespace LeakLens.Engine.Known.Numbers;

/// <summary>The rounding modes of <c>decimal</c>.</summary>
internal static class DecimalRounding
{
    /// <summary>Digits without so many at their end, rounded; null by a mode that is not known.</summary>
    public static BigInteger? Shorten(BigInteger digits, int dropped, bool isNegative, string rounding)
    {
        var unit = BigInteger.Pow(10, Math.Min(dropped, 4_000));
        var kept = BigInteger.DivRem(digits, unit, out var rest);
        var half = (rest * 2).CompareTo(unit);
        bool? goesUp = rounding switch
        {
            _ when rest.IsZero => false,
            "ROUND_HALF_EVEN" => half > 0 || (half == 0 && !kept.IsEven),
            "ROUND_HALF_UP" => half >= 0,
            "ROUND_HALF_DOWN" => half > 0,
            "ROUND_UP" => true,
            "ROUND_DOWN" => false,
            "ROUND_CEILING" => !isNegative,
            "ROUND_FLOOR" => isNegative,
            "ROUND_05UP" => (kept % 5).IsZero,
            _ => null,
        };
        return goesUp is { } up ? up ? kept + 1 : kept : null;
    }
}
