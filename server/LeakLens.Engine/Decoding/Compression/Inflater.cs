// These streams are over memory: reading them is no IO.
#pragma warning disable RS0030
using System.IO.Compression;

namespace LeakLens.Engine.Decoding.Compression;

/// <summary>zlib, gzip and raw deflate, with a bound on what comes out.</summary>
internal static class Inflater
{
    /// <summary>As <c>zlib.decompress(data, wbits)</c> would: the sign and size of <paramref name="windowBits"/> choose the format.</summary>
    public static byte[]? Zlib(byte[] data, int windowBits = 15) => windowBits switch
    {
        < 0 => Raw(data),
        >= 32 => data is [0x1f, 0x8b, ..] ? Gzip(data) : WithHeader(data),
        >= 24 => Gzip(data),
        _ => WithHeader(data),
    };

    public static byte[]? Gzip(byte[] data) => data is [0x1f, 0x8b, 8, ..] ? Read(data, static stream => new GZipStream(stream, CompressionMode.Decompress)) : null;

    public static byte[]? Raw(byte[] data) => Read(data, static stream => new DeflateStream(stream, CompressionMode.Decompress));

    private static byte[]? WithHeader(byte[] data) =>
        data.Length > 2 && (data[0] & 15) == 8 && ((data[0] << 8) | data[1]) % 31 == 0 ? Read(data, static stream => new ZLibStream(stream, CompressionMode.Decompress)) : null;

    private static byte[]? Read(byte[] data, Func<System.IO.Stream, System.IO.Stream> open)
    {
        var room = DecodingLimits.RoomFor(data.Length);
        var result = new byte[Math.Min(room, Math.Max(4096, data.Length * 4))];
        var length = 0;
        try
        {
            using var source = new System.IO.MemoryStream(data, writable: false);
            using var stream = open(source);
            while (stream.Read(result, length, result.Length - length) is var read && read > 0)
            {
                length += read;
                if (length == result.Length)
                {
                    if (length == room)
                    {
                        return null;
                    }

                    Array.Resize(ref result, Math.Min(room, length * 2));
                }
            }
        }
        catch (System.IO.InvalidDataException)
        {
            return null;
        }

        return length == 0 && data.Length > 32 ? null : result[..length];
    }
}
