// The stream is over memory: writing it is no IO.
#pragma warning disable RS0030
using System.IO.Compression;

namespace LeakLens.Engine.Decoding.Compression;

/// <summary>How small zlib makes data. Another library than CPython's packs here: a few bytes in a hundred may be between them.</summary>
internal static class Deflater
{
    /// <summary>Bytes of <c>zlib.compress(data)</c>, about.</summary>
    public static int LengthOf(byte[] data)
    {
        using var packed = new System.IO.MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(data, 0, data.Length);
        }

        return (int)packed.Length;
    }
}
