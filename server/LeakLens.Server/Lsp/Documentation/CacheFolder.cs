using LeakLens.Server.Cli;

namespace LeakLens.Server.Lsp.Documentation;

/// <summary>The folder that the system has for what can be made again, and in it that of this version of LeakLens.</summary>
internal static class CacheFolder
{
    /// <summary>Null for a user without a home.</summary>
    public static string? Find()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var caches = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } configured ? configured
            : home.Length == 0 ? ""
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
            : Path.Combine(home, ".cache");
        return Path.IsPathFullyQualified(caches) ? Path.Combine(caches, "leaklens", ProductVersion.Text, "rules") : null;
    }
}
