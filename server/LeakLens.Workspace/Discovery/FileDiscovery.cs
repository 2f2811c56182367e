using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Deployments;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Discovery;

/// <summary>
/// Turns paths into files. A file that is named is taken whatever it is called; folders are searched for what <see cref="PythonFiles"/> and <see cref="DeploymentFiles"/> know.
/// Linked folders met on the way are not entered: that ends every loop, and nothing is counted twice.
/// </summary>
public sealed class FileDiscovery
{
    private readonly ConfigurationProvider _configurations;
    private readonly GitIgnores _gitIgnores = new();
    private readonly string _workingFolder;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, ScanSource> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScanSource> _disguised = new(StringComparer.Ordinal);
    private readonly List<ScanProblem> _problems = [];
    private readonly List<string> _emptyFolders = [];

    private FileDiscovery(ConfigurationProvider configurations, string workingFolder, CancellationToken cancellation)
    {
        _configurations = configurations;
        _workingFolder = workingFolder;
        _cancellation = cancellation;
    }

    /// <summary>With the default excludes.</summary>
    public static DiscoveredFiles Find(IEnumerable<string> paths, string workingFolder, CancellationToken cancellation = default) =>
        Find(paths, new ConfigurationProvider(ConfigurationSource.Isolated(workingFolder)), workingFolder, cancellation);

    /// <param name="workingFolder">Full path; relative paths start here, and displayed paths are relative to it.</param>
    /// <exception cref="ConfigurationException">A folder on the way is configured by a file with errors.</exception>
    public static DiscoveredFiles Find(IEnumerable<string> paths, ConfigurationProvider configurations, string workingFolder, CancellationToken cancellation = default)
    {
        var discovery = new FileDiscovery(configurations, workingFolder, cancellation);
        foreach (var path in paths)
        {
            discovery.AddPath(path);
        }

        var files = discovery._files.Values.ToArray();
        Array.Sort(files, (left, right) => string.CompareOrdinal(left.Path, right.Path));
        var disguised = discovery._disguised.Where(pair => !discovery._files.ContainsKey(pair.Key)).Select(static pair => pair.Value).OrderBy(static file => file.Path, StringComparer.Ordinal);
        return new DiscoveredFiles([.. files], [.. discovery._problems], [.. discovery._emptyFolders]) { Disguised = [.. disguised] };
    }

    private void AddPath(string path)
    {
        var fullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, _workingFolder));
        if (Directory.Exists(fullPath))
        {
            AddNamedFolder(fullPath);
        }
        else if (File.Exists(fullPath))
        {
            AddNamedFile(fullPath);
        }
        else
        {
            AddProblem(fullPath, "no such file or folder");
        }
    }

    private void AddNamedFolder(string fullPath)
    {
        if (!_configurations.ForFolder(fullPath).InsistsOnLeavingOut(fullPath))
        {
            AddFolder(fullPath);
        }
    }

    private void AddFolder(string root)
    {
        var filesBefore = _files.Count;
        var problemsBefore = _problems.Count;
        var folders = new Stack<string>();
        folders.Push(root);
        while (folders.TryPop(out var folder))
        {
            _cancellation.ThrowIfCancellationRequested();
            SearchFolder(root, folder, folders);
        }

        if (_files.Count == filesBefore && _problems.Count == problemsBefore && !HoldsKnownFile(root))
        {
            _emptyFolders.Add(DisplayPath.From(root, _workingFolder));
        }
    }

    private void SearchFolder(string root, string folder, Stack<string> folders)
    {
        var configuration = _configurations.ForFolder(folder);
        try
        {
            foreach (var unreachable in PathLimit.FindUnreachable(folder))
            {
                AddProblem(unreachable, PathLimit.Message);
            }

            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (IsLeftOut(entry, folder, configuration))
                {
                    continue;
                }

                if (IsUnnameable(entry))
                {
                    AddProblem(entry.FullName, "its name is not UTF-8: it cannot be opened");
                }
                else if (entry is DirectoryInfo)
                {
                    if (!entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                    {
                        folders.Push(entry.FullName);
                    }
                }
                else if (entry is FileInfo file && IsWanted(file, configuration) && LeadsToFile(file))
                {
                    AddFile(entry.FullName, isNamed: false, Path.GetRelativePath(root, entry.FullName));
                }
                else if (entry is FileInfo data && !data.Attributes.HasFlag(FileAttributes.ReparsePoint) && DisguisedFiles.MayHideCode(data))
                {
                    _disguised.TryAdd(data.FullName, SourceOf(data.FullName, isNamed: false, Path.GetRelativePath(root, data.FullName)));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            AddProblem(folder, IoMessage.For(exception));
        }
    }

    /// <summary>A name that is not UTF-8 comes with replacement characters, and leads to nothing. What would not be read anyway is not told.</summary>
    private static bool IsUnnameable(FileSystemInfo entry) =>
        entry.Name.Contains('\uFFFD', StringComparison.Ordinal) && (entry is DirectoryInfo || PythonFiles.HasPythonName(entry.Name)) && !entry.Exists;

    private static bool IsWanted(FileInfo file, EffectiveConfiguration configuration) =>
        PythonFiles.HasPythonName(file.Name) || PythonFiles.IsScript(file) || (configuration.Deployment.Value && DeploymentFiles.IsWanted(file));

    private bool IsLeftOut(FileSystemInfo entry, string folder, EffectiveConfiguration configuration) =>
        configuration.FindExclusion(entry.FullName) is not null
        || (configuration.RespectGitignore.Value && _gitIgnores.Ignores(folder, entry.FullName, entry is DirectoryInfo));

    /// <summary>Editors leave links that lead nowhere (Emacs' locks). A link that leads to itself is a mistake, and said.</summary>
    private bool LeadsToFile(FileSystemInfo entry)
    {
        if (!entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            return true;
        }

        try
        {
            return entry.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true };
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // It has gone since the folder was read: the system says of such a file that it is everything at once, a link among it.
            return false;
        }
        catch (IOException)
        {
            AddProblem(entry.FullName, "this link leads to itself");
            return false;
        }
    }

    private void AddNamedFile(string fullPath)
    {
        if (!_configurations.ForFile(fullPath).InsistsOnLeavingOut(fullPath))
        {
            AddFile(fullPath, isNamed: true, Path.GetFileName(fullPath));
        }
    }

    private void AddFile(string fullPath, bool isNamed, string below) =>
        _files.TryAdd(fullPath, SourceOf(fullPath, isNamed, below));

    private ScanSource SourceOf(string fullPath, bool isNamed, string below) => new(DisplayPath.From(fullPath, _workingFolder), fullPath, isNamed) { PathBelowNamed = below };

    private void AddProblem(string fullPath, string message) =>
        _problems.Add(new ScanProblem(DisplayPath.From(fullPath, _workingFolder), ScanProblemKind.Unreadable, message));

    /// <summary>A folder whose files an earlier path has brought in is not empty.</summary>
    private bool HoldsKnownFile(string root)
    {
        var prefix = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        return _files.Keys.Any(file => file.StartsWith(prefix, StringComparison.Ordinal));
    }
}
