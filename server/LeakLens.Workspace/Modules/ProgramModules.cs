using System.Globalization;
using LeakLens.Engine.Modules;
using LeakLens.Workspace.DataFiles;

namespace LeakLens.Workspace.Modules;

/// <summary>
/// The modules that lie beside one program. An absolute name is looked for where CPython would when the program is started from the folder above its
/// outermost package, from a folder above that, or from a <c>src</c> there; never outside of what is scanned, and never through a link.
/// </summary>
public sealed class ProgramModules : IModuleSource
{
    /// <summary>In front of the path of a dependency that is an import.</summary>
    private const char Mark = '\u0002';

    private const int MostFolders = 12;
    private const string Absent = "-";
    private const string Sources = "src";

    private readonly string _program;
    private readonly string _root;
    private readonly ModuleFolders _folders;
    private readonly Lock _gate = new();
    private readonly List<FileDependency> _asked = [];

    /// <summary>One file is one module, however often and by whatever names it is imported.</summary>
    private readonly Dictionary<string, ModuleFile> _read = new(StringComparer.Ordinal);

    /// <param name="program">Full path.</param>
    /// <param name="root">The folder that is scanned.</param>
    public ProgramModules(string program, string root, ModuleFolders folders)
    {
        _program = program;
        _root = root.TrimEnd(Path.DirectorySeparatorChar);
        _folders = folders;
    }

    /// <summary>The modules in the folder of one program, and below it.</summary>
    public static ProgramModules Beside(string program) => new(program, Path.GetDirectoryName(program) ?? program, new ModuleFolders());

    /// <summary>What was imported, and what the files were.</summary>
    public IReadOnlyList<FileDependency> Asked
    {
        get
        {
            lock (_gate)
            {
                return [.. _asked];
            }
        }
    }

    public SourceModule? Find(SourceModule? importer, string name, int level)
    {
        var from = importer?.Path ?? _program;
        var path = Locate(from, name, level);
        lock (_gate)
        {
            var file = path is null ? null : ReadOnce(path);
            _asked.Add(new FileDependency(Write(from, name, level), file?.Digest ?? Absent));
            return file?.Module;
        }
    }

    private ModuleFile ReadOnce(string path)
    {
        if (!_read.TryGetValue(path, out var file))
        {
            _read.Add(path, file = ModuleFile.Read(path, NameOf(path)));
        }

        return file;
    }

    /// <summary>The dependency is one of those that <see cref="Find"/> notes.</summary>
    public static bool IsImport(FileDependency dependency) => dependency.Path is [Mark, ..];

    /// <summary>The import means the same file as it did, and that has the same content.</summary>
    public bool IsUnchanged(FileDependency dependency) =>
        string.Equals(PlaceOf(dependency) is { } path ? ModuleFile.Read(path, NameOf(path)).Digest : Absent, dependency.Digest, StringComparison.Ordinal);

    /// <summary>The file that an import means now; null for none.</summary>
    public string? PlaceOf(FileDependency dependency) =>
        dependency.Path.Split(Mark) is ["", var level, var name, var from] && int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var dots) ? Locate(Path.GetFullPath(Path.Combine(_root, from)), name, dots) : null;

    private string Write(string from, string name, int level) => string.Create(CultureInfo.InvariantCulture, $"{Mark}{level}{Mark}{name}{Mark}{Path.GetRelativePath(_root, from)}");

    private string? Locate(string from, string name, int level)
    {
        var folder = Path.GetDirectoryName(from) ?? _root;
        if (level > 0)
        {
            for (var i = 1; i < level && IsInside(folder); i++)
            {
                folder = Path.GetDirectoryName(folder) ?? string.Empty;
            }

            return IsInside(folder) ? Checked(_folders.Find(folder, name)) : null;
        }

        if (name.Length == 0)
        {
            return null;
        }

        for (var i = 0; i < MostFolders && IsInside(folder); i++)
        {
            // From inside a package its own modules are not found by their bare names.
            if (!_folders.IsPackage(folder) && (_folders.Find(folder, name) ?? _folders.Find(Path.Combine(folder, Sources), name)) is { } found)
            {
                return Checked(found);
            }

            folder = Path.GetDirectoryName(folder) ?? string.Empty;
        }

        return null;
    }

    /// <summary>A program does not import itself.</summary>
    private string? Checked(string? path) => string.Equals(path, _program, StringComparison.Ordinal) ? null : path;

    private bool IsInside(string folder) => folder.StartsWith(_root, StringComparison.Ordinal) && (folder.Length == _root.Length || folder[_root.Length] == Path.DirectorySeparatorChar);

    /// <summary>As an import from the outermost package would write it.</summary>
    private string NameOf(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? _root;
        var name = Path.GetFileNameWithoutExtension(path) is var own && own is "__init__" ? string.Empty : own;
        while (IsInside(folder) && _folders.IsPackage(folder))
        {
            name = name.Length == 0 ? Path.GetFileName(folder) : Path.GetFileName(folder) + "." + name;
            folder = Path.GetDirectoryName(folder) ?? string.Empty;
        }

        return name;
    }
}
