using System.Numerics;

namespace LeakLens.Engine.Known.Numbers;

/// <summary>The module <c>decimal</c> in its standard context.</summary>
internal static class DecimalFunctions
{
    private const string Name = "decimal.Decimal.";

    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("decimal.Decimal", static call => call.Count == 0 ? KnownDecimal.Of(BigInteger.Zero, 0) : call.Count == 1 ? Make(call.At(0, "value")) : null),
        (Name + "from_float", static call => call.Count == 1 ? Make(call.At(0)) : null),
        (Name + "quantize", static call => call.Self is KnownDecimal number && KnownDecimal.From(call.At(0, "exp")) is { } unit && RoundingOf(call, 1) is { } rounding ? number.Quantized(unit.Exponent, rounding) : null),
        (Name + "to_integral_value", ToWhole),
        (Name + "to_integral", ToWhole),
        (Name + "normalize", static call => call.Self is KnownDecimal number ? number.Fixed()?.Reduced() : null),
        (Name + "copy_abs", static call => call.Self is KnownDecimal number ? number with { IsNegative = false } : null),
        (Name + "copy_negate", static call => call.Self is KnownDecimal number ? number with { IsNegative = !number.IsNegative } : null),
        (Name + "adjusted", static call => call.Self is KnownDecimal number ? new BigInteger(number.Exponent + KnownDecimal.LengthOf(number.Digits) - 1) : null),
        (Name + "is_zero", static call => call.Self is KnownDecimal number ? number.Digits.IsZero : null),
        (Name + "is_signed", static call => call.Self is KnownDecimal number ? number.IsNegative : null),
        (Name + "is_finite", static call => call.Self is KnownDecimal ? true : null),
        (Name + "is_nan", static call => call.Self is KnownDecimal ? false : null),
        (Name + "is_infinite", static call => call.Self is KnownDecimal ? false : null),
        (Name + "max", static call => Extreme(call, 1)),
        (Name + "min", static call => Extreme(call, -1)),
        (Name + "compare", static call => call.Self is KnownDecimal number && KnownDecimal.From(call.At(0)) is { } other && number.CompareTo(other) is { } order ? KnownDecimal.Of(order, 0) : null),
        (Name + "sqrt", static call => call is { Self: KnownDecimal number, Count: 0 } ? Root(number) : null),
    ];

    private static KnownDecimal? Make(object? value) => value switch
    {
        string text => DecimalText.Parse(text),
        double number => KnownDecimal.OfFloat(number),
        _ => KnownDecimal.From(value),
    };

    /// <summary>Modes are texts that are their own names.</summary>
    private static string? RoundingOf(KnownCall call, int place) => call.At(place, "rounding") switch
    {
        null or KnownNone => "ROUND_HALF_EVEN",
        string mode => mode,
        _ => null,
    };

    private static KnownDecimal? ToWhole(KnownCall call) =>
        call.Self is not KnownDecimal number || RoundingOf(call, 0) is not { } rounding ? null : number.Exponent >= 0 ? number : number.Quantized(0, rounding);

    private static KnownDecimal? Extreme(KnownCall call, int sign) =>
        call.Self is KnownDecimal number && KnownDecimal.From(call.At(0)) is { } other && number.CompareTo(other) is not 0 and { } order ? (order * sign > 0 ? number : other).Fixed() : null;

    /// <summary>As many digits as the context keeps, and the last one such that a root that is not exact rounds right.</summary>
    private static KnownDecimal? Root(KnownDecimal number)
    {
        if (number.IsNegative)
        {
            return null;
        }

        var ideal = number.Exponent >> 1;
        if (number.Digits.IsZero)
        {
            return KnownDecimal.Of(BigInteger.Zero, ideal);
        }

        const int Digits = KnownDecimal.Precision + 1;
        var length = KnownDecimal.LengthOf(number.Digits);
        var isOdd = (number.Exponent & 1) != 0;
        var radicand = isOdd ? number.Digits * 10 : number.Digits;
        var pairs = isOdd ? (length >> 1) + 1 : (length + 1) >> 1;
        var shift = Digits - pairs;
        var isExact = true;
        if (shift >= 0)
        {
            radicand *= BigInteger.Pow(100, shift);
        }
        else
        {
            radicand = BigInteger.DivRem(radicand, BigInteger.Pow(100, -shift), out var rest);
            isExact = rest.IsZero;
        }

        var exponent = ideal - shift;
        var root = BigInteger.Pow(10, Digits);
        while (radicand / root is var quotient && root > quotient)
        {
            root = (root + quotient) >> 1;
        }

        if (isExact && root * root == radicand)
        {
            root = shift >= 0 ? root / BigInteger.Pow(10, shift) : root * BigInteger.Pow(10, -shift);
            exponent += shift;
        }
        else if ((root % 5).IsZero)
        {
            root += 1;
        }

        return KnownDecimal.Of(root, exponent)?.Fixed();
    }
}
