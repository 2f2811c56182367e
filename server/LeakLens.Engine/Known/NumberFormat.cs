using System.Globalization;
using System.Numerics;
using System.Text;

namespace LeakLens.Engine.Known;

/// <summary><c>format(value, specification)</c> of known values.</summary>
internal static class NumberFormat
{
    public static string? Format(object value, string specification)
    {
        if (specification.Length == 0)
        {
            return Representation.Str(value);
        }

        if (value is KnownObject thing)
        {
            return thing.Format(specification);
        }

        if (FormatSpec.Parse(specification) is not { } spec)
        {
            return null;
        }

        return value switch
        {
            string text => FormatText(text, spec),
            double number => FormatFloat(number, spec),
            _ => KnownCall.ToInt(value) is { } whole ? FormatInt(whole, spec) : null,
        };
    }

    private static string? FormatText(string text, FormatSpec spec)
    {
        if (spec.Type is not ('\0' or 's') || spec.Align == '=' || spec.Sign != '\0' || spec.Grouping != '\0' || spec.IsAlternate)
        {
            return null;
        }

        return spec.Pad(spec.Precision >= 0 ? text[..Points.ToUnit(text, spec.Precision)] : text, '<');
    }

    private static string? FormatInt(BigInteger value, FormatSpec spec)
    {
        if (spec.Type is 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%')
        {
            return WholeNumber.ToFloat(value) is var number && double.IsFinite(number) ? FormatFloat(number, spec) : null;
        }

        if (spec.Precision >= 0)
        {
            return null;
        }

        if (spec.Type == 'c')
        {
            return spec.Sign == '\0' && Points.OfCode(value) is { } character ? spec.Pad(character, '<') : null;
        }

        return spec.Type == 's' || WholeNumber.Bits(value) > KnownLimits.MostBits ? null
            : Lay(spec, value.Sign < 0, spec.IsAlternate ? Prefix(spec.Type) : string.Empty, Digits(BigInteger.Abs(value), spec.Type), string.Empty);
    }

    public static string Prefix(char type) => type switch
    {
        'x' => "0x",
        'X' => "0X",
        'o' => "0o",
        'b' => "0b",
        _ => string.Empty,
    };

    /// <summary>The digits of a whole number that is not negative, to the base that a conversion means.</summary>
    public static string Digits(BigInteger value, char type)
    {
        var bits = type switch
        {
            'x' or 'X' => 4,
            'o' => 3,
            'b' => 1,
            _ => 0,
        };
        if (bits == 0 || value.IsZero)
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        var digits = new Stack<char>();
        for (; !value.IsZero; value >>= bits)
        {
            digits.Push("0123456789abcdef"[(int)(value & ((1 << bits) - 1))]);
        }

        var text = string.Concat(digits);
        return type == 'X' ? text.ToUpperInvariant() : text;
    }

    private static string? FormatFloat(double value, FormatSpec spec)
    {
        if (spec.Type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n' or '%'))
        {
            return null;
        }

        var isPercent = spec.Type == '%';
        var type = isPercent ? 'f' : spec.Type == 'n' ? 'g' : spec.Type;
        var precision = spec.Precision < 0 && type != '\0' ? 6 : spec.Precision;
        var magnitude = isPercent ? value * 100 : value;
        if (FloatText.Format(Math.Abs(magnitude), type, precision, spec.IsAlternate) is not { } text)
        {
            return null;
        }

        var isNegative = double.IsNegative(magnitude) && !double.IsNaN(magnitude);
        isNegative &= !spec.HasNoNegativeZero || text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 || double.IsInfinity(magnitude);
        text = char.IsUpper(spec.Type) ? text.ToUpperInvariant() : text;
        var whole = text.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length;
        return Lay(spec, isNegative, string.Empty, text[..whole], text[whole..] + (isPercent ? "%" : string.Empty));
    }

    /// <summary>Sign, prefix, digits in groups, the rest, and what fills the field between, before or behind them.</summary>
    public static string? Lay(FormatSpec spec, bool isNegative, string prefix, string digits, string rest)
    {
        var sign = isNegative ? "-" : spec.Sign is '+' or ' ' ? spec.Sign.ToString() : string.Empty;
        if (spec.Width > KnownLimits.LongestText)
        {
            return null;
        }

        var fillsInside = spec.Align == '=' || (spec.HasZero && spec.Align == '\0');
        var inside = fillsInside ? spec.Width - sign.Length - prefix.Length - rest.Length : 0;
        var zeros = fillsInside && (spec.Fill ?? (spec.HasZero ? "0" : " ")) is "0";
        var size = spec.Type is 'b' or 'o' or 'x' or 'X' ? 4 : 3;
        var grouped = spec.Grouping == '\0'
            ? zeros ? digits.PadLeft(Math.Max(0, inside), '0') : digits
            : Group(digits, spec.Grouping, size, zeros ? inside : 0);
        if (fillsInside && !zeros && inside > grouped.Length)
        {
            grouped = TextPad.Times(spec.Fill ?? " ", inside - grouped.Length) + grouped;
        }

        return spec.Pad(sign + prefix + grouped + rest, '>');
    }

    /// <summary>Digits in groups, filled with zeros up to a width; a separator never comes first.</summary>
    private static string Group(string digits, char separator, int size, int width)
    {
        if (digits.Length == 0)
        {
            return digits;
        }

        var text = new StringBuilder();
        var count = 0;
        for (var at = digits.Length - 1; at >= 0 || text.Length < width; at--)
        {
            if (count > 0 && count % size == 0)
            {
                text.Append(separator);
            }

            text.Append(at >= 0 ? digits[at] : '0');
            count++;
        }

        var reversed = text.ToString().ToCharArray();
        Array.Reverse(reversed);
        return new string(reversed);
    }
}
