namespace LeakLens.Workspace.Caching;

/// <summary>Keeps the folder of caches in order: nobody else's business, no larger than it has to be.</summary>
internal static class CacheKeeping
{
    public const string Extension = ".pack";

    private const string Tag = "CACHEDIR.TAG";

    /// <summary>As https://bford.info/cachedir/ asks: backups leave such a folder out.</summary>
    private const string TagText = "Signature: 8a477f597d28d172789f06886806bc55\n# Results of LeakLens. Everything here can be deleted at any time.\n";

    private static readonly TimeSpan LongestUnused = TimeSpan.FromDays(60);

    /// <summary>A file that is written takes less; what is older was left by a program that was killed.</summary>
    private static readonly TimeSpan LongestWriting = TimeSpan.FromHours(1);

    public static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.WriteAllText(Path.Combine(folder, Tag), TagText);
    }

    public static void Clean(string folder)
    {
        var now = DateTime.UtcNow;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles())
        {
            var longest = file.Extension switch
            {
                Extension => LongestUnused,
                ".tmp" => LongestWriting,
                _ => TimeSpan.MaxValue,
            };
            if (now - file.LastWriteTimeUtc > longest)
            {
                file.Delete();
            }
        }
    }
}
