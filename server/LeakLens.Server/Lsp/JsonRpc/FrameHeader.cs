using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>
/// The header of a message, read line by line. Anything that is not a header is found out at its line, so that the
/// reader can go on at the next <c>Content-Length:</c>, wherever in the rubbish it stands.
/// </summary>
internal sealed class FrameHeader
{
    /// <summary>No client has a message of this size; waiting for its end would mean to take nothing in for ever.</summary>
    private const long LargestBelievable = 1L << 29;

    private static ReadOnlySpan<byte> ContentLengthName => "Content-Length:"u8;

    private static ReadOnlySpan<byte> ContentTypeName => "Content-Type:"u8;

    /// <summary>Bytes of the body; null until the line was seen.</summary>
    public long? ContentLength { get; private set; }

    /// <summary>Takes one line, its end included or not.</summary>
    /// <returns>How many bytes of it belong to no header; 0 when it is one.</returns>
    public int Accept(ReadOnlySpan<byte> line)
    {
        var text = line.TrimEnd("\r\n"u8);
        var at = IndexOfContentLength(text);
        if (at > 0)
        {
            return at;
        }

        if (at == 0)
        {
            return TryAcceptLength(text) ? 0 : line.Length;
        }

        return IsOtherHeader(text) ? 0 : line.Length;
    }

    /// <summary>Where the name of the length header starts, in any case; -1 when it is not there.</summary>
    public static int IndexOfContentLength(ReadOnlySpan<byte> text)
    {
        var from = 0;
        while (text[from..].IndexOfAny((byte)'C', (byte)'c') is var next && next >= 0)
        {
            from += next;
            if (StartsWithName(text[from..], ContentLengthName))
            {
                return from;
            }

            from++;
        }

        return -1;
    }

    private static bool StartsWithName(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name) =>
        text.Length >= name.Length && Ascii.EqualsIgnoreCase(text[..name.Length], name);

    private static bool IsOtherHeader(ReadOnlySpan<byte> text)
    {
        if (StartsWithName(text, ContentTypeName))
        {
            return IsUtf8(text[ContentTypeName.Length..]);
        }

        var colon = text.IndexOf((byte)':');
        return colon > 0 && text[..colon].IndexOfAnyExcept(NameCharacters) < 0;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> contentType)
    {
        var text = Encoding.ASCII.GetString(contentType);
        var at = text.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return at < 0 || text.AsSpan(at + "charset=".Length).Trim(" \"") is var charset
            && (charset.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase) || charset.StartsWith("utf8", StringComparison.OrdinalIgnoreCase));
    }

    private static readonly SearchValues<byte> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    private bool TryAcceptLength(ReadOnlySpan<byte> text)
    {
        var digits = text[ContentLengthName.Length..].Trim(" \t"u8);
        if (!Utf8Parser.TryParse(digits, out long length, out var used) || used != digits.Length || length is < 0 or > LargestBelievable)
        {
            return false;
        }

        ContentLength = length;
        return true;
    }
}
