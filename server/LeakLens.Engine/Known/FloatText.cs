using System.Globalization;
using System.Text;

namespace LeakLens.Engine.Known;

/// <summary>Floats as CPython prints and reads them (Python/pystrtod.c).</summary>
internal static class FloatText
{
    private const int SmallestPoint = -4;
    private const int LargestPoint = 16;

    /// <summary><c>repr(value)</c>: the shortest digits that give the float back, with an exponent from 1e16 on.</summary>
    public static string Repr(double value)
    {
        if (Special(value) is { } special)
        {
            return special;
        }

        var digits = FloatDigits.Shortest(Math.Abs(value));
        return Sign(value) + Lay(digits, digits.Point <= SmallestPoint || digits.Point > LargestPoint, hasPoint: true, hasFraction: true);
    }

    /// <summary>
    /// A float that is not negative under one of the types <c>e f g</c>, or NUL for <c>repr</c>; null when so many digits are not
    /// kept. <paramref name="isAlternate"/> keeps the point and the zeros of <c>g</c>.
    /// </summary>
    public static string? Format(double value, char type, int precision, bool isAlternate)
    {
        if (Special(value) is { } special)
        {
            return special;
        }

        if (precision > KnownLimits.MostPrecise)
        {
            return null;
        }

        switch (char.ToLowerInvariant(type))
        {
            case 'f':
                return Lay(FloatDigits.Fixed(value, precision), isExponent: false, isAlternate, hasFraction: false);
            case 'e':
                return Lay(FloatDigits.Significant(value, precision + 1), isExponent: true, isAlternate, hasFraction: false);
            case 'g':
                return General(value, Math.Max(1, precision), isAlternate, hasFraction: false);
            default:
                return precision < 0 ? Repr(value) : General(value, Math.Max(1, precision), isAlternate, hasFraction: true);
        }
    }

    private static string General(double value, int precision, bool isAlternate, bool hasFraction)
    {
        var digits = FloatDigits.Significant(value, precision);
        var isExponent = digits.Point <= SmallestPoint || digits.Point > precision - (hasFraction ? 1 : 0);
        if (!isAlternate)
        {
            digits = digits with { Digits = digits.Digits.TrimEnd('0') is { Length: > 0 } kept ? kept : "0" };
        }

        return Lay(digits, isExponent, isAlternate, hasFraction);
    }

    /// <summary><paramref name="hasFraction"/>: at least one digit behind the point when there is no exponent.</summary>
    private static string Lay(FloatDigits number, bool isExponent, bool hasPoint, bool hasFraction)
    {
        var text = new StringBuilder();
        var digits = number.Digits;
        if (isExponent)
        {
            text.Append(digits[0]);
            text.Append(digits.Length > 1 || (hasPoint && !hasFraction) ? "." : string.Empty).Append(digits.AsSpan(1));
            var exponent = number.Point - 1;
            return text.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)).ToString();
        }

        if (number.Point <= 0)
        {
            return text.Append("0.").Append('0', -number.Point).Append(digits).ToString();
        }

        var whole = digits.Length >= number.Point ? digits[..number.Point] : digits.PadRight(number.Point, '0');
        var fraction = digits.Length > number.Point ? digits[number.Point..] : hasFraction ? "0" : string.Empty;
        text.Append(whole);
        return fraction.Length > 0 || hasPoint ? text.Append('.').Append(fraction).ToString() : text.ToString();
    }

    private static string Sign(double value) => double.IsNegative(value) ? "-" : string.Empty;

    private static string? Special(double value) =>
        double.IsNaN(value) ? "nan" : double.IsPositiveInfinity(value) ? "inf" : double.IsNegativeInfinity(value) ? "-inf" : null;

    /// <summary><c>float(text)</c>; null when the text is no number.</summary>
    public static double? Parse(string text)
    {
        var plain = text.Trim();
        var unsigned = plain.TrimStart('+', '-');
        if (plain.Length - unsigned.Length > 1 || unsigned.Length == 0)
        {
            return null;
        }

        var sign = plain[0] == '-' ? -1.0 : 1.0;
        switch (unsigned.ToLowerInvariant())
        {
            case "inf" or "infinity":
                return sign * double.PositiveInfinity;
            case "nan":
                return double.NaN;
            default:
                const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
                return WithoutUnderscores(unsigned) is { } digits && double.TryParse(digits, Styles, CultureInfo.InvariantCulture, out var number) ? sign * number : null;
        }
    }

    /// <summary>Underscores may stand between two digits; null when one stands elsewhere.</summary>
    public static string? WithoutUnderscores(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && (i == 0 || i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i - 1]) || !char.IsAsciiLetterOrDigit(text[i + 1])))
            {
                return null;
            }
        }

        return text.Replace("_", string.Empty, StringComparison.Ordinal);
    }
}
