using System.Text;

namespace LeakLens.Python.Text;

/// <summary>PEP 263: <c>^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)</c> in line one, or in line two if line one is blank or a comment.</summary>
internal static class EncodingCookie
{
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var first = TakeLine(ref bytes);
        if (FindIn(first) is { } cookie)
        {
            return cookie;
        }

        var trimmed = first.Trim(" \t\f"u8);
        return trimmed.IsEmpty || trimmed[0] == '#' ? FindIn(TakeLine(ref bytes)) : null;
    }

    private static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
        var line = end < 0 ? bytes : bytes[..end];
        var next = end < 0 ? bytes.Length : end + (bytes[end..].StartsWith("\r\n"u8) ? 2 : 1);
        bytes = bytes[next..];
        return line;
    }

    private static string? FindIn(ReadOnlySpan<byte> line)
    {
        line = line.TrimStart(" \t\f"u8);
        if (line.IsEmpty || line[0] != '#')
        {
            return null;
        }

        for (var at = line.IndexOf("coding"u8); at >= 0; at = line.IndexOf("coding"u8))
        {
            line = line[(at + 6)..];
            if (line.IsEmpty || line[0] is not ((byte)':' or (byte)'='))
            {
                continue;
            }

            var value = line[1..].TrimStart(" \t"u8);
            var length = 0;
            while (length < value.Length && (char.IsAsciiLetterOrDigit((char)value[length]) || value[length] is (byte)'-' or (byte)'_' or (byte)'.'))
            {
                length++;
            }

            if (length > 0)
            {
                return Encoding.ASCII.GetString(value[..length]);
            }
        }

        return null;
    }
}
