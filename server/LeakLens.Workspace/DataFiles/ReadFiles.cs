using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.DataFiles;

/// <summary>The data files that the answer about a program depends on: when one of them changes, the program has to be looked at again.</summary>
public static class ReadFiles
{
    /// <summary>Of one scan; nobody looks at more of them a few times a second.</summary>
    public const int Most = 1_000;

    /// <summary>Full paths; of files that are not there, where they are expected.</summary>
    public static IEnumerable<string> Of(ScanSource source, FileReport report) =>
        report.Dependencies.IsEmpty || source.FullPath.Length == 0 ? [] : WorkspaceFiles.For(source.Path, source.FullPath, source.PathBelowNamed).PlacesOf(report.Dependencies);
}
