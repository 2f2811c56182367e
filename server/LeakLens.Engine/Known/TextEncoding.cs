using System.Text;

namespace LeakLens.Engine.Known;

/// <summary><c>str.encode</c> and <c>bytes.decode</c> for the encodings of every day.</summary>
internal static class TextEncoding
{
    public static object? Encode(string text, object? encoding, object? errors)
    {
        if (Find(encoding) is not { } found || (errors ?? "strict") is not string handling)
        {
            return null;
        }

        var (codec, mark) = found;
        if (!CanEncode(codec, text))
        {
            return string.Equals(handling, "strict", StringComparison.Ordinal) && Points.AreUnits(text)
                ? new KnownError("UnicodeEncodeError", "can't encode character")
                : handling switch
                {
                    "ignore" when Limit(codec) is { } limit => Of(string.Concat(Points.Split(text).Where(character => character[0] < limit))),
                    "replace" when Limit(codec) is { } limit => Of(string.Concat(Points.Split(text).Select(character => character[0] < limit ? character : "?"))),
                    _ => null,
                };
        }

        return Of(text);

        byte[] Of(string all) => [.. mark, .. codec.GetBytes(all)];
    }

    public static object? Decode(byte[] bytes, object? encoding, object? errors)
    {
        if (Find(encoding) is not { } found || errors is not (null or string))
        {
            return null;
        }

        var (codec, mark) = found;
        var start = mark.Length > 0 && bytes.AsSpan().StartsWith(mark) ? mark.Length : 0;
        var text = codec.GetString(bytes, start, bytes.Length - start);
        var isWhole = codec.GetBytes(text).AsSpan().SequenceEqual(bytes.AsSpan(start)) && (codec is not ASCIIEncoding || Array.TrueForAll(bytes, static one => one < 0x80));
        return isWhole ? text : errors is null or "strict" ? new KnownError("UnicodeDecodeError", "can't decode byte") : null;
    }

    private static int? Limit(Encoding codec) => codec is ASCIIEncoding ? 0x80 : ReferenceEquals(codec, Encoding.Latin1) ? 0x100 : null;

    private static bool CanEncode(Encoding codec, string text)
    {
        if (codec is ASCIIEncoding)
        {
            return Ascii.IsValid(text);
        }

        if (ReferenceEquals(codec, Encoding.Latin1))
        {
            return !text.AsSpan().ContainsAnyExceptInRange('\0', '\xff');
        }

        // Halves of a pair that stand alone have no encoding.
        for (var at = 0; at < text.Length; at += Points.WidthAt(text, at))
        {
            if (char.IsSurrogate(text[at]) && Points.WidthAt(text, at) == 1)
            {
                return false;
            }
        }

        return true;
    }

    private static (Encoding Codec, byte[] Mark)? Find(object? encoding) => encoding is not (null or string) ? null
        : (encoding as string ?? "utf-8").Replace('_', '-').ToLowerInvariant() switch
        {
            "utf-8" or "utf8" or "u8" => (Encoding.UTF8, []),
            "ascii" or "us-ascii" => (Encoding.ASCII, []),
            "latin-1" or "latin1" or "iso-8859-1" or "iso8859-1" or "l1" => (Encoding.Latin1, []),
            "utf-16" or "utf16" => (Encoding.Unicode, [0xff, 0xfe]),
            "utf-16-le" or "utf-16le" => (Encoding.Unicode, []),
            "utf-16-be" or "utf-16be" => (Encoding.BigEndianUnicode, []),
            "utf-32" or "utf32" => (Encoding.UTF32, [0xff, 0xfe, 0, 0]),
            "utf-32-le" or "utf-32le" => (Encoding.UTF32, []),
            "utf-8-sig" => (Encoding.UTF8, [0xef, 0xbb, 0xbf]),
            _ => null,
        };
}
