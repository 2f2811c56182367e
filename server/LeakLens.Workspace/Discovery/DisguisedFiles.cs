using System.Collections.Frozen;

namespace LeakLens.Workspace.Discovery;

/// <summary>Data files that may hold encoded code, by their name and their first bytes: most are ruled out without being read.</summary>
public static class DisguisedFiles
{
    public const int Largest = 1 << 20;
    private const int Smallest = 64;
    private const int Beginning = 64;

    private static readonly FrozenSet<string> Endings = new[] { ".dat", ".data", ".bin", ".b64", ".base64", ".hex", ".enc", ".blob", ".raw", ".txt", ".cfg" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a scan looks into a file that it meets and that no program may read.</summary>
    public static bool MayHideCode(FileInfo file)
    {
        if (!Endings.Contains(file.Extension) || file.Length is < Smallest or > Largest)
        {
            return false;
        }

        try
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            Span<byte> start = stackalloc byte[Beginning];
            return LooksEncoded(start[..stream.ReadAtLeast(start, Beginning, throwOnEndOfStream: false)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // Nobody asked for it.
        }
    }

    /// <summary>One run of letters and digits, or the mark of something compressed.</summary>
    private static bool LooksEncoded(ReadOnlySpan<byte> start)
    {
        if (start is [0x1f, 0x8b, 8, ..] or [(byte)'B', (byte)'Z', (byte)'h', ..] or [0xfd, (byte)'7', (byte)'z', ..] or [0x5d, 0, 0, ..] or [0x78, 0x01 or 0x5e or 0x9c or 0xda, ..])
        {
            return true;
        }

        foreach (var one in start)
        {
            if (one is <= 32 and not ((byte)'\n' or (byte)'\r') or >= 127)
            {
                return false;
            }
        }

        return true;
    }
}
