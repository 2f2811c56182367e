using System.Globalization;
using System.Runtime.InteropServices;

namespace LeakLens.Engine.Known;

/// <summary>The format specification mini-language (Python library reference, string; Python/formatter_unicode.c).</summary>
/// <param name="Fill">One character; null when none is given.</param>
/// <param name="Align">One of <c>&lt; &gt; ^ =</c>; NUL where none is given.</param>
/// <param name="Sign">One of <c>+ -</c> and blank; NUL where none is given.</param>
/// <param name="Width">-1 when none is given; so is <paramref name="Precision"/>.</param>
/// <param name="Grouping">A comma, an underscore, or NUL.</param>
/// <param name="Type">The conversion; NUL where none is given.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FormatSpec(string? Fill, char Align, char Sign, bool HasNoNegativeZero, bool IsAlternate, bool HasZero, int Width, char Grouping, int Precision, char Type)
{
    /// <summary>Reads a specification; null where it is not one.</summary>
    public static FormatSpec? Parse(string text)
    {
        var at = 0;
        string? fill = null;
        var align = '\0';
        var first = text.Length > 0 ? Points.WidthAt(text, 0) : 0;
        if (text.Length > first && IsAlign(text[first]))
        {
            (fill, align, at) = (text[..first], text[first], first + 1);
        }
        else if (text.Length > 0 && IsAlign(text[0]))
        {
            align = text[at++];
        }

        var sign = Take(text, ref at, "+- ");
        var noNegativeZero = Take(text, ref at, "z") != '\0';
        var alternate = Take(text, ref at, "#") != '\0';
        var zero = Take(text, ref at, "0") != '\0';
        if (!TryNumber(text, ref at, out var width))
        {
            return null;
        }

        var grouping = Take(text, ref at, ",_");
        var precision = -1;
        if (Take(text, ref at, ".") != '\0' && (!TryNumber(text, ref at, out precision) || precision < 0))
        {
            return null;
        }

        var type = Take(text, ref at, "bcdeEfFgGnosxX%");
        return at == text.Length ? new FormatSpec(fill, align, sign, noNegativeZero, alternate, zero, width, grouping, precision, type) : null;
    }

    /// <summary>A text in its field.</summary>
    public string? Pad(string text, char standard)
    {
        var missing = Width - Points.Count(text);
        if (missing <= 0)
        {
            return text;
        }

        if (Width > KnownLimits.LongestText)
        {
            return null;
        }

        var fill = Fill ?? (HasZero ? "0" : " ");
        var before = (Align == '\0' ? standard : Align) switch
        {
            '<' => 0,
            '^' => missing / 2,
            _ => missing,
        };
        return TextPad.Times(fill, before) + text + TextPad.Times(fill, missing - before);
    }

    private static bool IsAlign(char c) => c is '<' or '>' or '^' or '=';

    private static char Take(string text, ref int at, string any) =>
        at < text.Length && any.Contains(text[at], StringComparison.Ordinal) ? text[at++] : '\0';

    /// <summary>A number that may be missing (-1); false when it is larger than any that is followed.</summary>
    private static bool TryNumber(string text, ref int at, out int number)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        number = -1;
        return start == at || int.TryParse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture, out number);
    }
}
