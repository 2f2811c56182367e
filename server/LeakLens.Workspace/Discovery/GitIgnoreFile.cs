using System.Collections.Immutable;
using System.Text;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Discovery;

/// <summary>A .gitignore, or another file of the same kind, with the folder that its patterns start in.</summary>
internal sealed class GitIgnoreFile
{
    /// <summary>Nobody writes a larger one, and each of its lines is held against each file.</summary>
    private const int MostBytes = 1 << 20;

    private readonly string _folder;
    private readonly ImmutableArray<GitIgnorePattern> _patterns;

    private GitIgnoreFile(string folder, ImmutableArray<GitIgnorePattern> patterns)
    {
        _folder = folder;
        _patterns = patterns;
    }

    /// <summary>Null if there is none that could be read: then nothing is left out.</summary>
    public static GitIgnoreFile? Read(string path, string folder)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var bytes = DocumentLoader.ReadBytes(new ScanSource(path, path, IsNamed: false));
            return bytes.Length <= MostBytes ? Parse(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), folder) : null;
        }
        catch (DocumentException)
        {
            return null;
        }
    }

    public static GitIgnoreFile Parse(string text, string folder) =>
        new(folder, [.. text.Split('\n').Select(GitIgnorePattern.Parse).OfType<GitIgnorePattern>()]);

    /// <summary>Whether it leaves out this very file or folder; null if it says nothing of it. The last line that matches decides.</summary>
    public bool? Ignores(string fullPath, bool isFolder)
    {
        var path = Path.GetRelativePath(_folder, fullPath).Replace(Path.DirectorySeparatorChar, '/').Split('/');
        for (var i = _patterns.Length - 1; i >= 0; i--)
        {
            if (_patterns[i].Matches(path, isFolder))
            {
                return !_patterns[i].IsNegated;
            }
        }

        return null;
    }
}
