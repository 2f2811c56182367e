namespace LeakLens.Engine.Evaluation.Files;

/// <summary>The files and folders that the program made, by their paths: only of these it is known what is in them.</summary>
internal sealed class ProgramFiles
{
    private readonly Dictionary<string, FileContent> _files = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private int _made;

    /// <summary>How many files and folders there are.</summary>
    public int Count => _files.Count + _folders.Count + _gone.Count;

    public FileContent? Find(string path) => _files.GetValueOrDefault(path);

    public bool HasFolder(string path) => _folders.Contains(path.TrimEnd('/'));

    /// <summary>What is in the folder of this path is known, as the program made it: what it did not write there is not there.</summary>
    public bool KnowsFolderOf(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            var folder = path[..slash];
            if (_folders.Contains(folder))
            {
                return slash == path.LastIndexOf('/');
            }

            if (_gone.Contains(folder))
            {
                return true;
            }
        }

        return _gone.Contains(path.TrimEnd('/'));
    }

    public void Put(string path, FileContent content) => _files[path] = content;

    public bool Remove(string path) => _files.Remove(path);

    public void AddFolder(string path)
    {
        _folders.Add(path.TrimEnd('/'));
        _gone.Remove(path.TrimEnd('/'));
    }

    /// <summary>A new folder for what is temporary. Its name is as long as those that CPython makes.</summary>
    public string AddTemporaryFolder(string prefix, string suffix)
    {
        var path = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/tmp/{prefix}{_made++:x8}{suffix}");
        _folders.Add(path);
        return path;
    }

    public void RemoveFolder(string path)
    {
        var inside = path.TrimEnd('/') + "/";
        _gone.UnionWith(_folders.Where(folder => (folder + "/").StartsWith(inside, StringComparison.Ordinal)));
        _folders.RemoveWhere(folder => (folder + "/").StartsWith(inside, StringComparison.Ordinal));
        foreach (var file in _files.Keys.Where(file => file.StartsWith(inside, StringComparison.Ordinal)).ToList())
        {
            _files.Remove(file);
        }
    }

    /// <summary>The names of what lies in a folder, in the order of the alphabet.</summary>
    public List<string> NamesIn(string path)
    {
        var inside = path.TrimEnd('/') + "/";
        return [.. _files.Keys.Concat(_folders).Where(one => one.StartsWith(inside, StringComparison.Ordinal) && one.IndexOf('/', inside.Length) < 0).Select(one => one[inside.Length..]).Order(StringComparer.Ordinal)];
    }
}
