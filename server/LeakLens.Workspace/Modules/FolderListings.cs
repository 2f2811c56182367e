using System.Collections.Concurrent;

namespace LeakLens.Workspace.Modules;

/// <summary>The names in folders, kept from one analysis to the next for as long as a folder's time says that nothing came or went.</summary>
public sealed class FolderListings
{
    private const int MostFolders = 1_000;

    private static readonly HashSet<string> None = [];

    /// <summary>Some file systems count in seconds: what was changed just now may change again and keep its time.</summary>
    private static readonly TimeSpan UntilSettled = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, (DateTime Written, HashSet<string> Names)> _kept = new(StringComparer.Ordinal);

    /// <summary>Files and folders in a folder, without what is a link or a device; none where it cannot be looked into.</summary>
    public IReadOnlySet<string> NamesIn(string folder)
    {
        // Before the names: what comes between the two is seen the next time.
        var written = TimeOf(folder);
        if (_kept.TryGetValue(folder, out var kept) && kept.Written == written)
        {
            return kept.Names;
        }

        var names = Look(folder);
        if (DateTime.UtcNow - written > UntilSettled)
        {
            if (_kept.Count >= MostFolders)
            {
                _kept.Clear();
            }

            _kept[folder] = (written, names);
        }

        return names;
    }

    internal static HashSet<string> Look(string folder)
    {
        try
        {
            // A link may lead out of what is scanned, or around in a circle.
            return new DirectoryInfo(folder).EnumerateFileSystemInfos()
                .Where(static entry => (entry.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Device)) == FileAttributes.None)
                .Select(static entry => entry.Name)
                .ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return None;
        }
    }

    private static DateTime TimeOf(string folder)
    {
        try
        {
            return Directory.GetLastWriteTimeUtc(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return DateTime.MaxValue;
        }
    }
}
