namespace LeakLens.Workspace.OwnRules;

/// <summary>The file that describes a rule of a project's own, in a folder of its own.</summary>
public static class OwnRuleFile
{
    public const string Name = "rule.json";

    /// <summary>Folders below one that a configuration names; nobody has so many rules.</summary>
    internal const int MostFolders = 2_000;

    private static readonly EnumerationOptions Enumeration = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, MatchType = MatchType.Simple };

    /// <summary>Whether a file of this name describes a rule, in a folder below one that a configuration names.</summary>
    public static bool IsNamedSo(string path) => Path.GetFileName(path) is Name;

    /// <summary>The folder that a configuration names for a rule's file.</summary>
    public static string? FolderOf(string path) => Path.GetDirectoryName(Path.GetDirectoryName(path));

    /// <summary>The files of the rules in a folder, one for each folder in it that has one.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Nobody may read the folder.</exception>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateDirectories(folder, "*", Enumeration).Take(MostFolders).Select(static rule => Path.Combine(rule, Name)).Where(File.Exists);
}
