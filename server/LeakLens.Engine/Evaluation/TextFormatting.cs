using System.Text;

namespace LeakLens.Engine.Evaluation;

/// <summary>The fields of <c>"..." % args</c> (printf style, as in the Python library reference).</summary>
internal static class TextFormatting
{
    private const int WidestField = 1_000_000;

    /// <summary>Splits a format into literal pieces and fields; null where it is not one that is understood.</summary>
    public static List<FormatPiece>? Split(string format)
    {
        var pieces = new List<FormatPiece>();
        var literal = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                literal.Append(format[i]);
                continue;
            }

            if (i + 1 < format.Length && format[i + 1] == '%')
            {
                literal.Append('%');
                i++;
                continue;
            }

            if (ReadField(format, ref i) is not { } field)
            {
                return null;
            }

            pieces.Add(new FormatPiece(literal.ToString(), field.Flags, field.Width, field.Precision, field.Conversion));
            literal.Clear();
        }

        pieces.Add(new FormatPiece(literal.ToString(), string.Empty, 0, -1, '\0'));
        return pieces;
    }

    private static (string Flags, int Width, int Precision, char Conversion)? ReadField(string format, ref int i)
    {
        var start = ++i;
        while (i < format.Length && format[i] is '-' or '+' or ' ' or '#' or '0')
        {
            i++;
        }

        var flags = format[start..i];
        var width = ReadNumber(format, ref i);
        var precision = -1;
        if (i < format.Length && format[i] == '.')
        {
            i++;
            precision = ReadNumber(format, ref i);
        }

        return i < format.Length && char.IsAsciiLetter(format[i]) ? (flags, width, precision, format[i]) : null;
    }

    private static int ReadNumber(string format, ref int i)
    {
        var number = 0;
        for (; i < format.Length && char.IsAsciiDigit(format[i]); i++)
        {
            number = Math.Min(WidestField, (number * 10) + (format[i] - '0'));
        }

        return number;
    }
}
