using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Configuration;

/// <summary>A text file in a folder that a configuration names.</summary>
internal static class FolderText
{
    private const int Kibi = 10;
    private const int Mebi = 20;

    /// <param name="shownAs">What to call the file.</param>
    /// <param name="key">The key that names the folder.</param>
    /// <param name="longest">Bytes.</param>
    /// <exception cref="DocumentException">It cannot be read, or is too large.</exception>
    public static string Read(string path, string shownAs, string key, long longest)
    {
        try
        {
            // Of a link, the length is that of the link.
            return new FileInfo(path).Length <= longest && DocumentLoader.ReadBytes(new ScanSource(path, path, IsNamed: false)) is var bytes && bytes.Length <= longest
                ? DocumentLoader.Decode(bytes).Text
                : throw new DocumentException($"larger than {(longest >> Mebi > 0 ? $"{longest >> Mebi} MiB" : $"{longest >> Kibi} KiB")}");
        }
        catch (Exception exception) when (exception is DocumentException or IOException or UnauthorizedAccessException)
        {
            throw new DocumentException($"{shownAs} of '{key}' cannot be read: {(exception is DocumentException ? exception.Message : IoMessage.For(exception))}", exception);
        }
    }
}
