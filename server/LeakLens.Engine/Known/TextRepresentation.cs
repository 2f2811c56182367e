using System.Globalization;
using System.Text;

namespace LeakLens.Engine.Known;

/// <summary><c>repr</c> of str and bytes: which quotes, and what is escaped (unicode_repr in Objects/unicodeobject.c).</summary>
internal static class TextRepresentation
{
    public static void Write(string text, bool isAscii, StringBuilder into)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        into.Append(quote);
        for (var at = 0; at < text.Length;)
        {
            var width = Points.WidthAt(text, at);
            var code = width == 2 ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
            if (!TryWriteShort(code, quote, into))
            {
                if (TextTests.IsPrintable(code) && (!isAscii || code < 0x80))
                {
                    into.Append(text.AsSpan(at, width));
                }
                else
                {
                    WriteCode(code, into);
                }
            }

            at += width;
        }

        into.Append(quote);
    }

    public static void Write(byte[] bytes, StringBuilder into)
    {
        var quote = Array.IndexOf(bytes, (byte)'\'') >= 0 && Array.IndexOf(bytes, (byte)'"') < 0 ? '"' : '\'';
        into.Append('b').Append(quote);
        foreach (var one in bytes)
        {
            if (TryWriteShort(one, quote, into))
            {
                continue;
            }

            if (one is >= 0x20 and < 0x7f)
            {
                into.Append((char)one);
            }
            else
            {
                WriteCode(one, into);
            }
        }

        into.Append(quote);
    }

    private static bool TryWriteShort(int code, char quote, StringBuilder into)
    {
        var escaped = code switch
        {
            '\t' => 't',
            '\n' => 'n',
            '\r' => 'r',
            '\\' => '\\',
            _ when code == quote => quote,
            _ => '\0',
        };
        if (escaped == '\0')
        {
            return false;
        }

        into.Append('\\').Append(escaped);
        return true;
    }

    private static void WriteCode(int code, StringBuilder into)
    {
        var (mark, digits) = code < 0x100 ? ('x', "x2") : code < 0x10000 ? ('u', "x4") : ('U', "x8");
        into.Append('\\').Append(mark).Append(code.ToString(digits, CultureInfo.InvariantCulture));
    }
}
