namespace LeakLens.Workspace.Caching;

/// <summary>Where results are kept between runs: where the system keeps what can be made again.</summary>
public static class CacheFolder
{
    public const string Variable = "LEAKLENS_CACHE_DIR";

    private const string Name = "leaklens";

    /// <summary>Null where nobody has a home.</summary>
    public static string? Find(Func<string, string?> getVariable, string workingFolder)
    {
        if (getVariable(Variable) is { Length: > 0 } named)
        {
            return Path.GetFullPath(named, workingFolder);
        }

        if (OperatingSystem.IsWindows())
        {
            return Below(getVariable("LOCALAPPDATA"), Name, "cache");
        }

        return OperatingSystem.IsMacOS()
            ? Below(getVariable("HOME"), "Library", "Caches", Name)
            : Below(getVariable("XDG_CACHE_HOME"), Name) ?? Below(getVariable("HOME"), ".cache", Name);
    }

    /// <summary>A relative path is no answer: the specification of these variables says to ignore it.</summary>
    private static string? Below(string? folder, params string[] names) =>
        folder is { Length: > 0 } && Path.IsPathFullyQualified(folder) ? Path.Combine([folder, .. names]) : null;
}
