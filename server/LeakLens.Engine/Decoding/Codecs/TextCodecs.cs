using System.Globalization;
using System.Text;

namespace LeakLens.Engine.Decoding.Codecs;

/// <summary>Encodings that hide text in text: rot13, escapes, quoted-printable, uuencode.</summary>
internal static class TextCodecs
{
    public static string Rot13(string text) => string.Create(text.Length, text, static (result, source) =>
    {
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = source[i] switch
            {
                >= 'a' and <= 'z' and var low => (char)('a' + ((low - 'a' + 13) % 26)),
                >= 'A' and <= 'Z' and var high => (char)('A' + ((high - 'A' + 13) % 26)),
                var other => other,
            };
        }
    });

    /// <summary><c>unicode_escape</c>: bytes as in a literal of Python. Null for an escape that is none.</summary>
    public static string? UnicodeEscape(ReadOnlySpan<byte> bytes)
    {
        var result = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '\\')
            {
                result.Append((char)bytes[i]);
                continue;
            }

            if (++i >= bytes.Length)
            {
                return null;
            }

            var digits = bytes[i] switch { (byte)'x' => 2, (byte)'u' => 4, (byte)'U' => 8, _ => 0 };
            if (digits > 0)
            {
                if (i + digits >= bytes.Length || !int.TryParse(Encoding.Latin1.GetString(bytes.Slice(i + 1, digits)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code is < 0 or > 0x10FFFF)
                {
                    return null;
                }

                result.Append(code is >= 0xD800 and <= 0xDFFF or < 0x10000 ? ((char)code).ToString() : char.ConvertFromUtf32(code));
                i += digits;
            }
            else if (bytes[i] is >= (byte)'0' and <= (byte)'7')
            {
                var value = 0;
                for (var end = Math.Min(i + 3, bytes.Length); i < end && bytes[i] is >= (byte)'0' and <= (byte)'7'; i++)
                {
                    value = (value * 8) + bytes[i] - '0';
                }

                result.Append((char)value);
                i--;
            }
            else
            {
                AppendSimple(result, (char)bytes[i]);
            }
        }

        return result.ToString();
    }

    private static void AppendSimple(StringBuilder result, char escape)
    {
        switch (escape)
        {
            case 'n':
                result.Append('\n');
                break;
            case 't':
                result.Append('\t');
                break;
            case 'r':
                result.Append('\r');
                break;
            case '\n':
                break;
            case '\\' or '\'' or '"':
                result.Append(escape);
                break;
            default:
                result.Append('\\').Append(escape);
                break;
        }
    }

    /// <summary>Quoted-printable: <c>=3D</c> is a byte, <c>=</c> at the end of a line joins it with the next.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes)
    {
        var result = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '=')
            {
                result.Add(bytes[i]);
            }
            else if (i + 1 < bytes.Length && bytes[i + 1] is (byte)'\n')
            {
                i++;
            }
            else if (i + 2 < bytes.Length && BaseCodecs.DecodeHex(bytes.Slice(i + 1, 2)) is [var one])
            {
                result.Add(one);
                i += 2;
            }
        }

        return result.ToArray();
    }

    /// <summary>One line of uuencoded data, or all of them with their header.</summary>
    public static byte[]? UuDecode(ReadOnlySpan<byte> bytes)
    {
        var result = new List<byte>(bytes.Length);
        foreach (var range in bytes.Split((byte)'\n'))
        {
            var line = bytes[range].TrimEnd((byte)'\r');
            if (line.IsEmpty || line.StartsWith("begin "u8) || line.SequenceEqual("end"u8))
            {
                continue;
            }

            var count = (line[0] - ' ') & 63;
            var start = result.Count;
            for (var i = 1; i < line.Length && result.Count - start < count; i += 4)
            {
                var bits = 0;
                for (var j = 0; j < 4; j++)
                {
                    var unit = i + j < line.Length ? line[i + j] : (byte)' ';
                    if (unit is < 32 or > 96)
                    {
                        return null;
                    }

                    bits = (bits << 6) | ((unit - 32) & 63);
                }

                for (var j = 0; j < 3 && result.Count - start < count; j++)
                {
                    result.Add((byte)(bits >> (16 - (8 * j))));
                }
            }
        }

        return result.ToArray();
    }
}
