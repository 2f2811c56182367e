using System.Globalization;

namespace LeakLens.Engine.Known.Patterns;

/// <summary>Escapes that stand for one character, in patterns and in what takes the place of a match.</summary>
internal static class PatternEscape
{
    /// <summary>The character that a backslash and <paramref name="mark"/> mean; null when they mean none.</summary>
    public static char? Read(string text, char mark, ref int at) => mark switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'f' => '\f',
        'v' => '\v',
        'a' => '\a',
        'x' => ReadHex(text, 2, ref at),
        'u' => ReadHex(text, 4, ref at),
        '0' => ReadOctal(text, ref at),
        _ => char.IsAsciiLetterOrDigit(mark) || char.IsSurrogate(mark) ? null : mark,
    };

    private static char? ReadHex(string text, int digits, ref int at)
    {
        if (at + digits > text.Length || !ushort.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || char.IsSurrogate((char)code))
        {
            return null;
        }

        at += digits;
        return (char)code;
    }

    private static char ReadOctal(string text, ref int at)
    {
        var code = 0;
        for (var i = 0; i < 2 && at < text.Length && text[at] is >= '0' and <= '7'; i++)
        {
            code = (code * 8) + (text[at++] - '0');
        }

        return (char)code;
    }
}
