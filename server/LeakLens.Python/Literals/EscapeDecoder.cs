using LeakLens.Python.Unicode;

namespace LeakLens.Python.Literals;

/// <summary>Backslash escapes. An escape that Python does not know stands for itself.</summary>
internal static class EscapeDecoder
{
    /// <summary>Appends what the escape at the start of the span means; gives its length.</summary>
    public static int Append(LiteralBuilder builder, ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
        {
            builder.Append('\\');
            return 1;
        }

        var length = text[1] switch
        {
            'x' => ReadHex(text, 2, out var code) ? AppendCode(builder, code, 4) : 0,
            'u' => ReadHex(text, 4, out var code) ? AppendCode(builder, code, 6) : 0,
            'U' => ReadHex(text, 8, out var code) && code <= 0x10FFFF ? AppendCode(builder, code, 10) : 0,
            'N' => AppendNamed(builder, text),
            _ => AppendSimple(builder, text),
        };
        if (length > 0)
        {
            return length;
        }

        builder.Append('\\');
        return 1;
    }

    public static int Append(List<byte> bytes, ReadOnlySpan<char> text)
    {
        if (text.Length >= 2 && text[1] == 'x' && ReadHex(text, 2, out var code))
        {
            bytes.Add((byte)code);
            return 4;
        }

        code = 0;
        var length = text.Length < 2 ? 0 : ReadSimple(text, out code);
        if (length > 0)
        {
            if (code >= 0)
            {
                bytes.Add((byte)code);
            }

            return length;
        }

        bytes.Add((byte)'\\');
        return 1;
    }

    /// <summary>Whether the escape at the start of the span is one that Python rejects.</summary>
    public static bool IsInvalid(ReadOnlySpan<char> text, bool bytes)
    {
        if (text.Length < 2)
        {
            return false;
        }

        return text[1] switch
        {
            'x' => !ReadHex(text, 2, out _),
            'u' => !bytes && !ReadHex(text, 4, out _),
            'U' => !bytes && (!ReadHex(text, 8, out var code) || code is < 0 or > 0x10FFFF),
            'N' => !bytes && !TryReadName(text, out _, out _),
            _ => false,
        };
    }

    private static int AppendSimple(LiteralBuilder builder, ReadOnlySpan<char> text)
    {
        var length = ReadSimple(text, out var code);
        if (length > 0 && code >= 0)
        {
            builder.Append((char)code);
        }

        return length;
    }

    /// <summary>One-letter and octal escapes; code -1 is a line end that vanishes, length 0 no escape.</summary>
    private static int ReadSimple(ReadOnlySpan<char> text, out int code)
    {
        code = text[1] switch
        {
            '\n' or '\r' => -1,
            '\\' or '\'' or '"' => text[1],
            'a' => 7,
            'b' => 8,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'v' => 11,
            _ => -2,
        };
        if (code != -2)
        {
            return text[1] == '\r' && text.Length > 2 && text[2] == '\n' ? 3 : 2;
        }

        var i = 1;
        code = 0;
        while (i < 4 && i < text.Length && text[i] is >= '0' and <= '7')
        {
            code = (code * 8) + text[i] - '0';
            i++;
        }

        return i == 1 ? 0 : i;
    }

    private static bool ReadHex(ReadOnlySpan<char> text, int digits, out int code)
    {
        code = 0;
        if (text.Length < 2 + digits)
        {
            return false;
        }

        for (var i = 2; i < 2 + digits; i++)
        {
            if (!char.IsAsciiHexDigit(text[i]))
            {
                return false;
            }

            code = (code << 4) + NumberDecoder.HexValue(text[i]);
        }

        return code >= 0;
    }

    private static int AppendCode(LiteralBuilder builder, int code, int length)
    {
        builder.AppendCode(code);
        return length;
    }

    private static int AppendNamed(LiteralBuilder builder, ReadOnlySpan<char> text) =>
        TryReadName(text, out var code, out var length) ? AppendCode(builder, code, length) : 0;

    private static bool TryReadName(ReadOnlySpan<char> text, out int code, out int length)
    {
        code = 0;
        length = 0;
        var close = text[..Math.Min(SyntaxLimits.MaxCharacterName, text.Length)].IndexOf('}');
        if (text.Length < 4 || text[2] != '{' || close < 0)
        {
            return false;
        }

        length = close + 1;
        return UnicodeNames.TryFind(text[3..close], out code);
    }
}
