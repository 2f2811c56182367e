namespace LeakLens.Workspace.Configuration;

/// <summary>Where a run takes its configuration from.</summary>
/// <param name="WorkingFolder">Full path; files are shown relative to it.</param>
/// <param name="File">The full path of the one file to use, or null to look for the nearest of each folder.</param>
/// <param name="IsIsolated">No file at all.</param>
/// <param name="CommandLine">What the options of the command line set; it wins over all files.</param>
public sealed record ConfigurationSource(string WorkingFolder, string? File, bool IsIsolated, ConfigurationLayer CommandLine)
{
    /// <summary>Defaults only.</summary>
    public static ConfigurationSource Isolated(string workingFolder) => new(workingFolder, File: null, IsIsolated: true, new ConfigurationLayer());

    /// <summary>The nearest file of each folder.</summary>
    public static ConfigurationSource Nearest(string workingFolder) => new(workingFolder, File: null, IsIsolated: false, new ConfigurationLayer());
}
