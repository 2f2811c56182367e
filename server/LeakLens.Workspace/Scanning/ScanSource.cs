namespace LeakLens.Workspace.Scanning;

/// <summary>Something to analyse.</summary>
/// <param name="Path">What reports call it.</param>
/// <param name="FullPath">Where it is; of what <paramref name="Content"/> holds, where it would be.</param>
/// <param name="IsNamed">The user named this very file. It is opened even if the system says that it is empty, as it says of a pipe.</param>
/// <param name="Content">The bytes of a text that comes from elsewhere, such as standard input.</param>
public sealed record ScanSource(string Path, string FullPath, bool IsNamed, byte[]? Content = null)
{
    /// <summary>The folders and the file below the one that the user named; only the file's name when that was named.</summary>
    public string PathBelowNamed { get; init; } = System.IO.Path.GetFileName(FullPath);
}
