using System.Globalization;
using System.Numerics;

namespace LeakLens.Engine.Known.Numbers;

/// <summary>Decimals out of texts, and into formatted ones.</summary>
internal static class DecimalText
{
    /// <summary>Null for what is no finite number.</summary>
    public static KnownDecimal? Parse(string text)
    {
        var plain = text.Trim().Replace("_", string.Empty, StringComparison.Ordinal);
        var isNegative = plain.StartsWith('-');
        plain = plain.StartsWith('-') || plain.StartsWith('+') ? plain[1..] : plain;
        var power = 0;
        var at = plain.IndexOfAny(['e', 'E']);
        if (at >= 0)
        {
            if (!int.TryParse(plain.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power) || Math.Abs(power) > 10_000)
            {
                return null;
            }

            plain = plain[..at];
        }

        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? plain : plain.Remove(point, 1);
        return digits.Length is > 0 and < 1_000 && digits.All(char.IsAsciiDigit) && BigInteger.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? KnownDecimal.Of(isNegative ? -number : number, power - (point < 0 ? 0 : digits.Length - point), isNegative)
            : null;
    }

    /// <summary><c>format(number, specification)</c> with the types <c>f</c>, <c>%</c> and none; null for others.</summary>
    public static string? Format(KnownDecimal number, string specification)
    {
        if (specification.Length == 0)
        {
            return number.Str;
        }

        if (FormatSpec.Parse(specification) is not { } spec || spec.Type is not ('\0' or 'f' or 'F' or '%') || spec.IsAlternate)
        {
            return null;
        }

        var value = spec.Type == '%' ? number with { Exponent = number.Exponent + 2 } : number;
        var shown = spec.Precision < 0 ? value : spec.Type == '\0' ? value.Rounded(Math.Max(1, spec.Precision)) : Quantized(value, -spec.Precision);
        if (shown is null)
        {
            return null;
        }

        var text = spec.Type != '\0' && shown.Exponent > 0 ? (shown with { Digits = shown.Digits * BigInteger.Pow(10, shown.Exponent), Exponent = 0 }).Str : shown.Str;
        if (spec.Type != '\0' && text.Contains('E', StringComparison.Ordinal))
        {
            text = (shown.IsNegative ? "-" : string.Empty) + "0." + shown.Digits.ToString(CultureInfo.InvariantCulture).PadLeft(-shown.Exponent, '0');
        }

        text = text.TrimStart('-');
        var whole = text.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length;
        return NumberFormat.Lay(spec, shown.IsNegative, string.Empty, text[..whole], text[whole..] + (spec.Type == '%' ? "%" : string.Empty));
    }

    /// <summary>Not bound by the context's digits, as a format is not.</summary>
    private static KnownDecimal? Quantized(KnownDecimal number, int exponent) => exponent <= number.Exponent
        ? KnownDecimal.Of(number.Signed * BigInteger.Pow(10, Math.Min(number.Exponent - exponent, 2_000)), exponent, number.IsNegative)
        : DecimalRounding.Shorten(number.Digits, exponent - number.Exponent, number.IsNegative, "ROUND_HALF_EVEN") is { } kept
            ? KnownDecimal.Of(number.IsNegative ? -kept : kept, exponent, number.IsNegative)
            : null;
}
