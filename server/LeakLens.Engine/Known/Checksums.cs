using System.Numerics;
using System.Security.Cryptography;

namespace LeakLens.Engine.Known;

/// <summary>Checksums and hashes of known bytes.</summary>
internal static class Checksums
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("zlib.crc32", Crc32),
        ("binascii.crc32", Crc32),
        ("zlib.adler32", Adler32),
        ("base64.b64encode", static call => call is { Count: 1 } && call.At(0) is byte[] bytes ? Ascii(Convert.ToBase64String(bytes)) : null),
        ("base64.urlsafe_b64encode", static call => call.At(0) is byte[] bytes ? Ascii(Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_')) : null),
        ("base64.b16encode", static call => call.At(0) is byte[] bytes ? Ascii(Convert.ToHexString(bytes)) : null),
        ("binascii.hexlify", static call => call is { Count: 1 } && call.At(0) is byte[] bytes ? Ascii(Convert.ToHexStringLower(bytes)) : null),
        ("binascii.unhexlify", static call => Unhex(call.At(0))),
        ("base64.b64decode", static call => call is { Count: 1 } ? Decode64(call.At(0)) : null),
        ("struct.calcsize", static call => call.TextAt(0) is { } format && Library.StructFormat.SizeOf(format) is { } size ? new BigInteger(size) : null),
    ];

    /// <summary>The digest of bytes by the name that <c>hashlib</c> gives an algorithm; null for one that is not known here.</summary>
    public static byte[]? Digest(string algorithm, ReadOnlySpan<byte> bytes) => algorithm switch
    {
        // What programs hash is looked at, not protected: the weak ones are as good.
#pragma warning disable CA5350, CA5351
        "md5" => MD5.HashData(bytes),
        "sha1" => SHA1.HashData(bytes),
#pragma warning restore CA5350, CA5351
        "sha256" => SHA256.HashData(bytes),
        "sha384" => SHA384.HashData(bytes),
        "sha512" => SHA512.HashData(bytes),
        "blake2b" => Blake2.Digest(bytes, Blake2.LongestDigest),
        _ => null,
    };

    private static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text);

    private static object? Unhex(object? value)
    {
        var text = value is byte[] bytes ? System.Text.Encoding.Latin1.GetString(bytes) : value as string;
        return text is not null && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
    }

    private static object? Decode64(object? value)
    {
        var text = value is byte[] bytes ? System.Text.Encoding.Latin1.GetString(bytes) : value as string;
        var decoded = new byte[text?.Length ?? 0];
        return text is not null && !text.Any(char.IsWhiteSpace) && Convert.TryFromBase64String(text, decoded, out var count) ? decoded[..count] : null;
    }

    private static object? Crc32(KnownCall call)
    {
        if (call.At(0) is not byte[] bytes || (call.IntAt(1) ?? 0) is var start && (start.Sign < 0 || start > uint.MaxValue))
        {
            return null;
        }

        var crc = ~(uint)start;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
            }
        }

        return new BigInteger(~crc);
    }

    private static object? Adler32(KnownCall call)
    {
        const uint Modulus = 65521;
        if (call.At(0) is not byte[] bytes || (call.IntAt(1) ?? 1) is var start && (start.Sign < 0 || start > uint.MaxValue))
        {
            return null;
        }

        var (low, high) = ((uint)start & 0xffff, (uint)start >> 16);
        foreach (var one in bytes)
        {
            low = (low + one) % Modulus;
            high = (high + low) % Modulus;
        }

        return new BigInteger((high << 16) | low);
    }
}
