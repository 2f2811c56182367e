using LeakLens.Engine.Decoding;
using LeakLens.Workspace.Hashing;
using LeakLens.Workspace.Modules;

namespace LeakLens.Workspace.DataFiles;

/// <summary>
/// The files of a folder that one program in it may read. A path is looked for beside the program and in the folders above it, up to the folder that
/// is scanned: never outside of that, never through a link, and only in ordinary files of bounded size.
/// </summary>
public sealed class WorkspaceFiles : IProgramFiles
{
    /// <summary>Bytes of one file.</summary>
    private const int MostBytes = 4 << 20;

    private const int MostFolders = 12;
    private const string Absent = "-";

    private readonly string _folder;
    private readonly string _root;
    private readonly string _shownRoot;
    private readonly Lock _gate = new();
    private readonly List<FileDependency> _asked = [];

    /// <param name="fullPath">The program.</param>
    /// <param name="root">The folder that is scanned; the program lies below it.</param>
    /// <param name="shownRoot">What reports put in front of paths below it: empty, or with a slash at its end.</param>
    /// <param name="folders">What a scan has seen of the folders so far; null to look anew.</param>
    public WorkspaceFiles(string fullPath, string root, string shownRoot, ModuleFolders? folders = null)
    {
        _folder = Path.GetDirectoryName(fullPath) ?? root;
        _root = root.TrimEnd(Path.DirectorySeparatorChar);
        _shownRoot = shownRoot;
        Modules = new ProgramModules(fullPath, _root, folders ?? new ModuleFolders());
    }

    /// <summary>The modules beside the program.</summary>
    public ProgramModules Modules { get; }

    /// <summary>What was asked for, and what the content was: an answer that depends on it stays right as long as it is the same.</summary>
    public IReadOnlyList<FileDependency> Asked
    {
        get
        {
            lock (_gate)
            {
                return [.. _asked, .. Modules.Asked];
            }
        }
    }

    /// <summary>Where the files lie that an answer depends on; of those that are not there, where they would be looked for first.</summary>
    public IEnumerable<string> PlacesOf(IEnumerable<FileDependency> dependencies)
    {
        foreach (var dependency in dependencies)
        {
            if (ProgramModules.IsImport(dependency))
            {
                if (Modules.PlaceOf(dependency) is { } module)
                {
                    yield return module;
                }

                continue;
            }

            var relative = RelativeOf(dependency.Path);
            if (Locate(dependency.Path) is { } place)
            {
                yield return place;
            }
            else if (relative.Length > 0 && relative[0] != '/' && !relative.Contains('\0', StringComparison.Ordinal) && Path.GetFullPath(Path.Combine(_folder, relative)) is var expected && expected.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                yield return expected;
            }
        }
    }

    /// <summary>The files of a program that a scan has found, or that the user named.</summary>
    /// <param name="path">What reports call the program.</param>
    /// <param name="pathBelowRoot">The folders and the file below the folder that is scanned.</param>
    public static WorkspaceFiles For(string path, string fullPath, string pathBelowRoot, ModuleFolders? folders = null)
    {
        var below = pathBelowRoot.Replace('\\', '/');
        var depth = below.Count(static unit => unit == '/');
        var root = Path.GetDirectoryName(fullPath) ?? fullPath;
        for (var i = 0; i < depth; i++)
        {
            root = Path.GetDirectoryName(root) ?? root;
        }

        return new WorkspaceFiles(fullPath, root, path.EndsWith(below, StringComparison.Ordinal) ? path[..^below.Length] : string.Empty, folders);
    }

    public ProgramFile? Find(string path)
    {
        var found = Locate(path) is { } place ? Read(place) : null;
        lock (_gate)
        {
            _asked.Add(new FileDependency(path, found is null ? Absent : DigestOf(found)));
        }

        return found;
    }

    /// <summary>All that was asked for is as it was.</summary>
    public bool AreUnchanged(IEnumerable<FileDependency> dependencies)
    {
        foreach (var dependency in dependencies)
        {
            if (ProgramModules.IsImport(dependency))
            {
                if (!Modules.IsUnchanged(dependency))
                {
                    return false;
                }

                continue;
            }

            var found = Locate(dependency.Path) is { } place ? Read(place) : null;
            if (!string.Equals(found is null ? Absent : DigestOf(found), dependency.Digest, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The content of a file by the name that reports have for it; null when it cannot be had.</summary>
    public byte[]? ReadShown(string shownPath) =>
        shownPath.StartsWith(_shownRoot, StringComparison.Ordinal) && Check(Path.Combine(_root, shownPath[_shownRoot.Length..])) is { } place ? Read(place).Content : null;

    /// <summary>With the name that messages have for it.</summary>
    private static string DigestOf(ProgramFile file) => (file.Content is { } content ? Convert.ToHexStringLower(Sha256.Of(content)) : "?") + " " + file.Path;

    private static string RelativeOf(string path) => path.StartsWith(IProgramFiles.Here, StringComparison.Ordinal) ? path[IProgramFiles.Here.Length..].TrimStart('/') : path;

    private string? Locate(string path)
    {
        var relative = RelativeOf(path);
        if (relative.Length == 0 || relative.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        if (relative[0] == '/')
        {
            return LocateAbsolute(relative);
        }

        var folder = _folder;
        for (var i = 0; i < MostFolders && folder.StartsWith(_root, StringComparison.Ordinal); i++)
        {
            if (Check(Path.Combine(folder, relative)) is { } place)
            {
                return place;
            }

            folder = Path.GetDirectoryName(folder) ?? string.Empty;
        }

        return null;
    }

    /// <summary>As it stands when it is below the root; else, as in a container into which the root is copied, without its first folders.</summary>
    private string? LocateAbsolute(string path)
    {
        if (Check(path) is { } place)
        {
            return place;
        }

        var rest = path.TrimStart('/');
        for (var i = 0; i < MostFolders && rest.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0; i++)
        {
            rest = rest[(slash + 1)..];
            if (Check(Path.Combine(_root, rest)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The full path of an ordinary file below the root; null for anything else.</summary>
    private string? Check(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            if (!full.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || new FileInfo(full) is not { Exists: true, LinkTarget: null } file || (file.Attributes & (FileAttributes.Directory | FileAttributes.Device)) != FileAttributes.None)
            {
                return null;
            }

            for (var folder = file.Directory; folder is not null && folder.FullName.Length > _root.Length; folder = folder.Parent)
            {
                if (folder.LinkTarget is not null)
                {
                    return null;
                }
            }

            return full;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private ProgramFile Read(string place)
    {
        var shown = _shownRoot + place[(_root.Length + 1)..].Replace(Path.DirectorySeparatorChar, '/');
        try
        {
            // A pipe says that it is empty: it is not opened.
            var length = new FileInfo(place).Length;
            if (length is 0 or > MostBytes)
            {
                return new ProgramFile(shown, length == 0 ? [] : null);
            }

            using var stream = new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var content = new byte[length];
            var read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return new ProgramFile(shown, read == content.Length ? content : content[..read]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ProgramFile(shown, null);
        }
    }
}
