using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LeakLens.Python.Text;

/// <summary>
/// Turns the bytes of a file into text as CPython does: a byte order mark, else the cookie of PEP 263 in one of the first two lines,
/// else UTF-8. Bytes that the encoding does not know are an error, not replaced.
/// </summary>
public static class SourceDecoder
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>Gives the text, or one sentence that says why there is none.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SourceText? text, [NotNullWhen(false)] out string? error)
    {
        text = null;
        var hasMark = bytes.StartsWith(Mark);
        var cookie = EncodingCookie.Find(hasMark ? bytes[Mark.Length..] : bytes);
        if (hasMark && cookie is not null && !EncodingNames.IsUtf8ByItsFullName(cookie))
        {
            error = $"The file begins with a UTF-8 byte order mark, but declares the encoding {cookie}.";
            return false;
        }

        var encoding = cookie is null ? EncodingNames.Utf8 : EncodingNames.Find(cookie);
        if (encoding is null)
        {
            error = $"Unknown encoding: {cookie}.";
            return false;
        }

        return TryDecode(bytes, encoding, out text, out error);
    }

    private static bool TryDecode(ReadOnlySpan<byte> bytes, Encoding encoding, [NotNullWhen(true)] out SourceText? text, [NotNullWhen(false)] out string? error)
    {
        try
        {
            text = SourceText.From(encoding.GetString(bytes));
            error = null;
            return true;
        }
        catch (DecoderFallbackException failure)
        {
            text = null;
            error = $"Byte {failure.Index} cannot be decoded as {encoding.WebName}.";
            return false;
        }
    }
}
