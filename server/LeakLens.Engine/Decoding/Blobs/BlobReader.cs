using System.Collections.Immutable;
using System.Text;
using LeakLens.Engine.Decoding.Codecs;
using LeakLens.Engine.Decoding.Compression;
using LeakLens.Engine.Decoding.Pickles;

namespace LeakLens.Engine.Decoding.Blobs;

/// <summary>
/// Tries the decoders on data that says nothing about itself. Only what comes out as code counts: pictures, certificates, test vectors and
/// most other things decode as well, into what is none.
/// </summary>
public static class BlobReader
{
    private const int FewestStatements = 2;
    private const int ShortestCode = 24;

    /// <summary>What data turn out to be; null for anything but code.</summary>
    /// <param name="data">Text or bytes.</param>
    public static Blob? Read(object? data, CancellationToken cancellation)
    {
        var bytes = data switch { string text => Encoding.UTF8.GetBytes(text), byte[] given => given, _ => [] };
        return bytes.Length is 0 or > DecodingLimits.MostBytes ? null : Read(bytes, [], cancellation);
    }

    private static Blob? Read(byte[] bytes, ImmutableArray<string> layers, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (layers.Length > 0 && Classify(bytes, layers, cancellation) is { } found)
        {
            return found;
        }

        if (layers.Length >= DecodingLimits.Deepest || bytes.Length < ShortestCode)
        {
            return null;
        }

        foreach (var (name, decode) in Decoders(bytes))
        {
            if (decode(bytes) is { Length: >= ShortestCode } inner && Read(inner, layers.Add(name), cancellation) is { } blob)
            {
                return blob;
            }
        }

        return null;
    }

    /// <summary>The decoders whose alphabet, or first bytes, the data have. At most two: whatever looks like base64 looks like little else.</summary>
    private static IEnumerable<(string Name, Func<byte[], byte[]?> Decode)> Decoders(byte[] bytes)
    {
        switch (bytes)
        {
            case [0x1f, 0x8b, 8, ..]:
                yield return ("gzip", Inflater.Gzip);
                yield break;
            case [(byte)'B', (byte)'Z', (byte)'h', ..]:
                yield return ("bz2", BZip2.Decode);
                yield break;
            case [0xfd, (byte)'7', (byte)'z', (byte)'X', ..] or [0x5d, 0, 0, ..]:
                yield return ("lzma", Xz.Decode);
                yield break;
            case [0x78, 0x01 or 0x5e or 0x9c or 0xda, ..]:
                yield return ("zlib", static data => Inflater.Zlib(data));
                yield break;
            default:
                break;
        }

        var trimmed = Trim(bytes);
        if (trimmed.Length == 0)
        {
            yield break;
        }

        if (trimmed.Length % 2 == 0 && Array.TrueForAll(trimmed, static one => char.IsAsciiHexDigit((char)one)))
        {
            yield return ("hex", _ => BaseCodecs.DecodeHex(trimmed));
            yield break;
        }

        if (Array.TrueForAll(trimmed, static one => char.IsAsciiLetterUpper((char)one) || one is >= (byte)'2' and <= (byte)'7' or (byte)'='))
        {
            yield return ("base32", _ => BaseCodecs.DecodeBase32(trimmed));
        }

        if (Array.TrueForAll(trimmed, static one => char.IsAsciiLetterOrDigit((char)one) || one is (byte)'+' or (byte)'/' or (byte)'=' or (byte)'-' or (byte)'_'))
        {
            yield return ("base64", _ => Base64Codec.Decode(Array.ConvertAll(trimmed, static one => one switch { (byte)'-' => (byte)'+', (byte)'_' => (byte)'/', _ => one })));
            yield break;
        }

        if (Array.TrueForAll(trimmed, static one => one is > 32 and < 127))
        {
            yield return ("base85", _ => BaseCodecs.DecodeBase85(trimmed) is { Length: > 2 } given && Decoders(given).Any() ? given : null);
        }
    }

    private static byte[] Trim(byte[] bytes) => Array.FindAll(bytes, static one => one is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'));

    private static Blob? Classify(byte[] bytes, ImmutableArray<string> layers, CancellationToken cancellation)
    {
        switch (bytes)
        {
            case [0x7f, (byte)'E', (byte)'L', (byte)'F', ..]:
                return new Blob("a program for Linux", layers, bytes, IsCode: false);
            case [(byte)'M', (byte)'Z', ..] when bytes.Length > 128 && bytes.AsSpan(0, 512 < bytes.Length ? 512 : bytes.Length).IndexOf("PE\0\0"u8) > 0:
                return new Blob("a program for Windows", layers, bytes, IsCode: false);
            case [0xe3, ..] when MarshalReader.Read(bytes) is { } names:
                return new Blob($"compiled Python (it names {names})", layers, bytes, IsCode: false);
            case [_, 0x0d, 0x0d, 0x0a, ..]:
                return new Blob("compiled Python", layers, bytes, IsCode: false);
            default:
                return PayloadFacts.TextOf(bytes) is { } text && PayloadFacts.IsCode(text, cancellation, FewestStatements) ? new Blob("Python code", layers, bytes, IsCode: true) : null;
        }
    }
}
