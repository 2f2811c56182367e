using System.Globalization;
using System.Runtime.InteropServices;

namespace LeakLens.Engine.Evaluation;

/// <summary>How a value is printed: the fields of the format specification mini-language (Python library reference, string).</summary>
/// <param name="Align">One of <c>&lt; &gt; ^ =</c>; NUL where none is given.</param>
/// <param name="Grouping">A comma, an underscore, or NUL.</param>
/// <param name="Precision">-1 when none is given.</param>
/// <param name="Type">The conversion; NUL where none is given.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FieldFormat(char Align, bool HasSign, bool IsAlternate, int Width, char Grouping, int Precision, char Type)
{
    private const int Largest = 1_000_000;

    public static readonly FieldFormat Plain = new('\0', HasSign: false, IsAlternate: false, 0, '\0', -1, '\0');

    public bool IsNumeric => Type is 'd' or 'i' or 'u' or 'n' or 'x' or 'X' or 'o' or 'b' or 'c' || IsFloating;

    public bool IsFloating => Type is 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%';

    /// <summary>Reads a specification; null where it is not one that is understood, as one for a date.</summary>
    public static FieldFormat? Parse(string format)
    {
        var i = 0;
        var align = '\0';
        if (format.Length > 1 && IsAlign(format[1]))
        {
            align = format[1];
            i = 2;
        }
        else if (format.Length > 0 && IsAlign(format[0]))
        {
            align = format[i++];
        }

        var hasSign = Take(format, ref i, "+ ") != '\0';
        Take(format, ref i, "z");
        var isAlternate = Take(format, ref i, "#") != '\0';
        align = Take(format, ref i, "0") != '\0' && align == '\0' ? '=' : align;
        var width = ReadNumber(format, ref i) ?? 0;
        var grouping = Take(format, ref i, ",_");
        var precision = -1;
        if (Take(format, ref i, ".") != '\0')
        {
            precision = ReadNumber(format, ref i) ?? -1;
        }

        var type = Take(format, ref i, "bcdeEfFgGnosxX%");
        return i == format.Length ? new FieldFormat(align, hasSign, isAlternate, width, grouping, precision, type) : null;
    }

    /// <summary>The same for a field of <c>"..." % args</c>.</summary>
    public static FieldFormat OfPercent(FormatPiece piece)
    {
        var align = piece.Flags.Contains('-', StringComparison.Ordinal) ? '<' : piece.Flags.Contains('0', StringComparison.Ordinal) && piece.Conversion is not ('s' or 'r' or 'a') ? '=' : '>';
        return new FieldFormat(
            align,
            piece.Flags.AsSpan().IndexOfAny('+', ' ') >= 0,
            piece.Flags.Contains('#', StringComparison.Ordinal),
            piece.Width,
            '\0',
            piece.Precision,
            piece.Conversion is 'r' or 'a' ? 's' : piece.Conversion is 'i' or 'u' ? 'd' : piece.Conversion);
    }

    /// <summary>A whole number as it is printed; null for what is not a number's type.</summary>
    public string? Format(long number)
    {
        if (IsFloating)
        {
            return Format((double)number);
        }

        var magnitude = number == long.MinValue ? (ulong)long.MaxValue + 1 : (ulong)Math.Abs(number);
        var digits = Type switch
        {
            '\0' or 'd' or 'n' or 's' => magnitude.ToString(CultureInfo.InvariantCulture),
            'x' => (IsAlternate ? "0x" : string.Empty) + magnitude.ToString("x", CultureInfo.InvariantCulture),
            'X' => (IsAlternate ? "0X" : string.Empty) + magnitude.ToString("X", CultureInfo.InvariantCulture),
            'o' => (IsAlternate ? "0o" : string.Empty) + Convert.ToString((long)magnitude, 8),
            'b' => (IsAlternate ? "0b" : string.Empty) + Convert.ToString((long)magnitude, 2),
            _ => null,
        };
        return digits is null ? null : Pad(Sign(number < 0) + Grouped(digits), isNumber: true);
    }

    /// <summary>A float as it is printed; null where its length depends on its digits.</summary>
    public string? Format(double number)
    {
        const int MostPrecise = 60;
        if (!double.IsFinite(number) || Precision > MostPrecise || Math.Abs(number) > 1e300)
        {
            return null;
        }

        var precision = Precision < 0 ? 6 : Precision;
        var magnitude = Math.Abs(number);
        var fixedFormat = "F" + precision.ToString(CultureInfo.InvariantCulture);
        var digits = Type switch
        {
            'f' or 'F' => magnitude.ToString(fixedFormat, CultureInfo.InvariantCulture),
            '%' => (magnitude * 100).ToString(fixedFormat, CultureInfo.InvariantCulture) + "%",
            'e' or 'E' => Exponential(magnitude, precision),
            _ => null,
        };
        return digits is null ? null : Pad(Sign(double.IsNegative(number)) + Grouped(digits), isNumber: true);
    }

    public string Pad(string text, bool isNumber)
    {
        if (text.Length >= Width)
        {
            return text;
        }

        var align = Align == '\0' ? isNumber ? '>' : '<' : Align;
        return align switch
        {
            '<' => text.PadRight(Width),
            '^' => text.PadLeft(text.Length + ((Width - text.Length) / 2)).PadRight(Width),
            '=' when text.Length > 0 && text[0] is '-' or '+' => text[0] + text[1..].PadLeft(Width - 1, '0'),
            '=' => text.PadLeft(Width, '0'),
            _ => text.PadLeft(Width),
        };
    }

    private static string Exponential(double magnitude, int precision)
    {
        var text = magnitude.ToString("e" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var at = text.IndexOf('e', StringComparison.Ordinal);

        // .NET writes three digits of exponent, Python at least two.
        return at >= 0 && at + 2 < text.Length && text[at + 2] == '0' ? text.Remove(at + 2, 1) : text;
    }

    private string Sign(bool isNegative) => isNegative ? "-" : HasSign ? "+" : string.Empty;

    private string Grouped(string digits)
    {
        if (Grouping == '\0')
        {
            return digits;
        }

        var whole = digits.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? point : digits.Length;
        for (var i = whole - 3; i > 0; i -= 3)
        {
            digits = digits.Insert(i, Grouping.ToString());
        }

        return digits;
    }

    private static bool IsAlign(char c) => c is '<' or '>' or '^' or '=';

    private static char Take(string format, ref int i, string any) =>
        i < format.Length && any.Contains(format[i], StringComparison.Ordinal) ? format[i++] : '\0';

    private static int? ReadNumber(string format, ref int i)
    {
        int? number = null;
        for (; i < format.Length && char.IsAsciiDigit(format[i]); i++)
        {
            number = Math.Min(Largest, ((number ?? 0) * 10) + (format[i] - '0'));
        }

        return number;
    }
}
