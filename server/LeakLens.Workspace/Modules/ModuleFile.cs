using System.Collections.Concurrent;
using LeakLens.Engine.Modules;
using LeakLens.Python.Text;
using LeakLens.Workspace.Hashing;

namespace LeakLens.Workspace.Modules;

/// <summary>A file that others import, as it was when it was read: its digest, and the module.</summary>
internal sealed class ModuleFile
{
    /// <summary>In bytes. Of a larger file nothing is known.</summary>
    private const int MostBytes = 256 << 10;

    /// <summary>Trees are many times as large as their texts: when so many characters are kept, all are forgotten.</summary>
    private const int MostKept = 2 << 20;

    private const string Unreadable = "?";

    private static readonly ConcurrentDictionary<string, ModuleFile> Kept = new(StringComparer.Ordinal);
    private static int _keptCharacters;

    private readonly DateTime _written;
    private readonly long _length;
    private readonly SourceModule? _module;

    private ModuleFile(string digest, SourceModule? module, DateTime written, long length)
    {
        Digest = digest;
        _module = module;
        _written = written;
        _length = length;
    }

    /// <summary>Of the content.</summary>
    public string Digest { get; }

    /// <summary>Null when the file is no module that can be looked at.</summary>
    public SourceModule? Module => _module;

    /// <param name="name">With dots.</param>
    public static ModuleFile Read(string fullPath, string name)
    {
        try
        {
            var file = new FileInfo(fullPath);
            var (written, length) = (file.LastWriteTimeUtc, file.Length);
            if (Kept.TryGetValue(fullPath, out var kept) && kept._written == written && kept._length == length)
            {
                return kept;
            }

            // A pipe says that it is empty: it is not opened.
            var read = length is 0 or > MostBytes ? new ModuleFile(Unreadable + length, module: null, written, length) : ReadContent(fullPath, name, written, length);
            Keep(fullPath, read);
            return read;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ModuleFile(Unreadable, module: null, default, 0);
        }
    }

    /// <summary>What names a module by its content.</summary>
    public static string IdentityOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(Sha256.Of(content));

    private static ModuleFile ReadContent(string fullPath, string name, DateTime written, long length)
    {
        using var stream = new FileStream(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var content = new byte[length];
        var count = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        var bytes = content.AsSpan(0, count);
        var digest = IdentityOf(bytes);
        var module = !bytes.Contains((byte)0) && SourceDecoder.TryDecode(bytes, out var text, out _) ? new SourceModule(name, fullPath, digest, text.Text is ['\uFEFF', ..] ? SourceText.From(text.Text[1..]) : text) : null;
        return new ModuleFile(digest, module, written, length);
    }

    private static void Keep(string fullPath, ModuleFile file)
    {
        if (Interlocked.Add(ref _keptCharacters, file.Module?.Length ?? 0) > MostKept)
        {
            Kept.Clear();
            Interlocked.Exchange(ref _keptCharacters, file.Module?.Length ?? 0);
        }

        Kept[fullPath] = file;
    }
}
