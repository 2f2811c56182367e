namespace LeakLens.Workspace.Configuration;

/// <summary>A file with library models of a project's own.</summary>
public static class ModelFile
{
    private const string Extension = ".json";

    private static readonly EnumerationOptions Enumeration = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, MatchType = MatchType.Simple };

    /// <summary>Whether a file of this name holds models, in a folder that a configuration names.</summary>
    public static bool IsNamedSo(string path) => path.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>The files in a folder, not those of folders below.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Nobody may read the folder.</exception>
    public static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder, "*" + Extension, Enumeration);
}
