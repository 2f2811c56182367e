using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LeakLens.Python.Text;

/// <summary>Turns a changed text into bytes as those it was read from: with their encoding, and their byte order mark.</summary>
public static class SourceEncoder
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <param name="text">Without the byte order mark.</param>
    /// <param name="original">The bytes that the text was read from before it was changed.</param>
    /// <returns>False if the encoding has no bytes for the text, or would not even give back what was read.</returns>
    public static bool TryEncode(string text, ReadOnlySpan<byte> original, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        var hasMark = original.StartsWith(Mark);
        var content = hasMark ? original[Mark.Length..] : original;
        var encoding = EncodingCookie.Find(content) is { } cookie ? EncodingNames.Find(cookie) : EncodingNames.Utf8;
        if (encoding is null || !IsKept(encoding, content) || !TryGetBytes(encoding, text, out var encoded))
        {
            return false;
        }

        bytes = hasMark ? [.. Mark, .. encoded] : encoded;
        return true;
    }

    private static bool IsKept(Encoding encoding, ReadOnlySpan<byte> content) => TryGetBytes(encoding, encoding.GetString(content), out var again) && content.SequenceEqual(again);

    private static bool TryGetBytes(Encoding encoding, string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        try
        {
            bytes = encoding.GetBytes(text);

            // Latin-1 writes a question mark for what it has no byte for.
            return string.Equals(encoding.GetString(bytes), text, StringComparison.Ordinal);
        }
        catch (EncoderFallbackException)
        {
            bytes = null;
            return false;
        }
    }
}
