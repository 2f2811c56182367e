using System.Buffers.Binary;

namespace LeakLens.Workspace.Caching;

/// <summary>
/// The file that holds the results of one folder: a header, an index, the payloads. Whatever is wrong with it, it counts as empty. It is
/// replaced whole, so that a reader sees an old one or a new one, and a program that is killed leaves the old one.
/// </summary>
internal static class CachePack
{
    public const int MostBytes = 64 << 20;

    private const int HeaderBytes = 24;
    private const int IndexBytes = 36;

    private static ReadOnlySpan<byte> Magic => "LeakLens cache 1"u8[..16];

    public static Dictionary<UInt128, CacheEntry> Read(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= MostBytes } ? Parse(File.ReadAllBytes(path)) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, IReadOnlyCollection<KeyValuePair<UInt128, CacheEntry>> entries)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                stream.Write(HeaderAndIndexOf(entries));
                foreach (var (_, entry) in entries)
                {
                    stream.Write(entry.Payload.Span);
                }
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            throw;
        }
    }

    private static Dictionary<UInt128, CacheEntry> Parse(byte[] bytes)
    {
        if (bytes.Length < HeaderBytes || !bytes.AsSpan().StartsWith(Magic))
        {
            return [];
        }

        var end = HeaderBytes + (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(20)) * IndexBytes;
        if (end > bytes.Length || ChecksumOfIndex(bytes.AsSpan(HeaderBytes, (int)end - HeaderBytes)) != BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(16)))
        {
            return [];
        }

        var entries = new Dictionary<UInt128, CacheEntry>();
        for (var at = HeaderBytes; at < end; at += IndexBytes)
        {
            var line = bytes.AsSpan(at, IndexBytes);
            var start = BinaryPrimitives.ReadUInt32LittleEndian(line[16..]);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(line[20..]);
            if (start < end || start + (long)length > bytes.Length)
            {
                return [];
            }

            entries[BinaryPrimitives.ReadUInt128LittleEndian(line)] = new CacheEntry(bytes.AsMemory((int)start, (int)length), BinaryPrimitives.ReadUInt64LittleEndian(line[28..]), BinaryPrimitives.ReadInt32LittleEndian(line[24..]));
        }

        return entries;
    }

    private static byte[] HeaderAndIndexOf(IReadOnlyCollection<KeyValuePair<UInt128, CacheEntry>> entries)
    {
        var bytes = new byte[HeaderBytes + (entries.Count * IndexBytes)];
        var (at, start) = (HeaderBytes, bytes.Length);
        foreach (var (key, entry) in entries)
        {
            var line = bytes.AsSpan(at, IndexBytes);
            BinaryPrimitives.WriteUInt128LittleEndian(line, key);
            BinaryPrimitives.WriteInt32LittleEndian(line[16..], start);
            BinaryPrimitives.WriteInt32LittleEndian(line[20..], entry.Payload.Length);
            BinaryPrimitives.WriteInt32LittleEndian(line[24..], entry.Day);
            BinaryPrimitives.WriteUInt64LittleEndian(line[28..], entry.Checksum);
            (at, start) = (at + IndexBytes, start + entry.Payload.Length);
        }

        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), ChecksumOfIndex(bytes.AsSpan(HeaderBytes)));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(20), entries.Count);
        return bytes;
    }

    private static uint ChecksumOfIndex(ReadOnlySpan<byte> index) => (uint)CacheEntry.ChecksumOf(index);
}
