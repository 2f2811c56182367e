using System.Collections.Immutable;

namespace LeakLens.Workspace.Discovery;

/// <summary>What git leaves out of a repository. Outside of repositories nothing is left out, as git and ruff have it.</summary>
internal sealed class GitIgnores
{
    private const string Repository = ".git";
    private const string FileName = ".gitignore";

    private readonly Dictionary<string, ImmutableArray<GitIgnoreFile>?> _byFolder = new(StringComparer.Ordinal);

    /// <summary>Whether this very file or folder is left out; what lies in a folder that is left out is not asked about.</summary>
    public bool Ignores(string folder, string fullPath, bool isFolder)
    {
        if (FilesFor(folder) is not { } files)
        {
            return false;
        }

        for (var i = files.Length - 1; i >= 0; i--)
        {
            if (files[i].Ignores(fullPath, isFolder) is { } decision)
            {
                return decision;
            }
        }

        return false;
    }

    /// <summary>The files that are in force in a folder, those of the folder itself last; null outside of repositories.</summary>
    private ImmutableArray<GitIgnoreFile>? FilesFor(string folder)
    {
        // From the top down: deep folders must not cost a deep stack.
        var unknown = new Stack<string>();
        string? current = folder;
        ImmutableArray<GitIgnoreFile>? files = null;
        while (current is not null && !_byFolder.TryGetValue(current, out files))
        {
            unknown.Push(current);
            current = Path.GetDirectoryName(current);
        }

        while (unknown.TryPop(out var next))
        {
            files = Enter(next, files);
            _byFolder[next] = files;
        }

        return files;
    }

    private static ImmutableArray<GitIgnoreFile>? Enter(string folder, ImmutableArray<GitIgnoreFile>? outside)
    {
        var repository = Path.Combine(folder, Repository);
        var files = Path.Exists(repository) ? Add([], GitIgnoreFile.Read(Path.Combine(repository, "info", "exclude"), folder)) : outside;
        return files is { } inRepository ? Add(inRepository, GitIgnoreFile.Read(Path.Combine(folder, FileName), folder)) : null;
    }

    private static ImmutableArray<GitIgnoreFile> Add(ImmutableArray<GitIgnoreFile> files, GitIgnoreFile? file) => file is null ? files : files.Add(file);
}
