namespace LeakLens.Python.Literals;

/// <summary>
/// The values of string and bytes literals, escapes resolved and adjacent literals joined. Line ends count as LF, as CPython's tokenizer has it.
/// </summary>
internal static class StringDecoder
{
    public static object DecodeText(ReadOnlySpan<char> literals)
    {
        var scanner = new LiteralScanner(literals);
        scanner.MoveNext();
        if (scanner.IsLast && scanner.Content.IndexOfAny('\\', '\r') < 0)
        {
            return scanner.Content.ToString();
        }

        var builder = new LiteralBuilder(literals.Length);
        do
        {
            AppendText(builder, scanner.Content, scanner.IsRaw, braces: false);
        }
        while (scanner.MoveNext());

        return builder.ToValue();
    }

    public static byte[] DecodeBytes(ReadOnlySpan<char> literals)
    {
        var scanner = new LiteralScanner(literals);
        var bytes = new List<byte>(literals.Length);
        while (scanner.MoveNext())
        {
            AppendBytes(bytes, scanner.Content, scanner.IsRaw);
        }

        return bytes.ToArray();
    }

    /// <summary>A literal piece of an f-string, in which doubled braces stand for single ones.</summary>
    public static object DecodePiece(ReadOnlySpan<char> piece, bool raw, bool braces)
    {
        if (piece.IndexOfAny("\\\r{}") < 0)
        {
            return piece.ToString();
        }

        var builder = new LiteralBuilder(piece.Length);
        AppendText(builder, piece, raw, braces);
        return builder.ToValue();
    }

    private static void AppendText(LiteralBuilder builder, ReadOnlySpan<char> content, bool raw, bool braces)
    {
        for (var i = 0; i < content.Length;)
        {
            var c = content[i];
            if (c == '\\' && !raw)
            {
                i += EscapeDecoder.Append(builder, content[i..]);
                continue;
            }

            i++;
            if (c == '\r')
            {
                c = '\n';
                i += i < content.Length && content[i] == '\n' ? 1 : 0;
            }
            else if (braces && c is '{' or '}' && i < content.Length && content[i] == c)
            {
                i++;
            }

            builder.Append(c);
        }
    }

    private static void AppendBytes(List<byte> bytes, ReadOnlySpan<char> content, bool raw)
    {
        for (var i = 0; i < content.Length;)
        {
            var c = content[i];
            if (c == '\\' && !raw)
            {
                i += EscapeDecoder.Append(bytes, content[i..]);
                continue;
            }

            i++;
            if (c == '\r')
            {
                c = '\n';
                i += i < content.Length && content[i] == '\n' ? 1 : 0;
            }

            bytes.Add((byte)c);
        }
    }
}
