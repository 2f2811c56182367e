using System.Collections.Concurrent;

namespace LeakLens.Workspace.Modules;

/// <summary>What lies in folders, each looked into once: for as long as one scan, or one analysis, takes.</summary>
/// <param name="listings">What was seen before, for an editor, which asks again with every keystroke; null for nothing.</param>
public sealed class ModuleFolders(FolderListings? listings = null)
{
    private const string Initializer = "__init__.py";

    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _names = new(StringComparer.Ordinal);

    /// <summary>The folder is a package: modules in it are named with its name in front.</summary>
    public bool IsPackage(string folder) => Holds(folder, Initializer);

    /// <summary>The file of a module, as CPython would look for it in the folder; null when there is none.</summary>
    public string? Find(string folder, ReadOnlySpan<char> name)
    {
        while (name.IndexOf('.') is var dot and >= 0)
        {
            var part = name[..dot].ToString();
            if (part.Length == 0 || !Holds(folder, part))
            {
                return null;
            }

            folder = Path.Combine(folder, part);
            name = name[(dot + 1)..];
        }

        var last = name.ToString();
        if (last.Length == 0)
        {
            return IsPackage(folder) ? Path.Combine(folder, Initializer) : null;
        }

        if (Holds(folder, last) && Path.Combine(folder, last) is var inner && IsPackage(inner))
        {
            return Path.Combine(inner, Initializer);
        }

        return Holds(folder, last + ".py") ? Path.Combine(folder, last + ".py") : null;
    }

    private bool Holds(string folder, string name) => _names.GetOrAdd(folder, static (folder, listings) => listings?.NamesIn(folder) ?? FolderListings.Look(folder), listings).Contains(name);
}
