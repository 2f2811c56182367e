namespace LeakLens.Workspace.Tests.Architecture;

/// <summary>A C# file of the repository, as the style tests read it.</summary>
internal sealed record SourceFile(string Path, string[] Lines)
{
    private static readonly string[] Generated = ["/bin/", "/obj/", "/artifacts/"];

    public static IReadOnlyList<SourceFile> All(params string[] folders) =>
        [.. folders.SelectMany(List).Select(path => new SourceFile(Relative(path), File.ReadAllLines(path)))];

    /// <summary>Functions that are members of a top-level type: in this style their braces stand alone, four columns in.</summary>
    public IEnumerable<(string Name, int Length)> Functions()
    {
        var start = -1;
        for (var i = 0; i < Lines.Length; i++)
        {
            if (Lines[i] == "    {")
            {
                start = i;
            }
            else if (start >= 0 && Lines[i].StartsWith("    }", StringComparison.Ordinal))
            {
                yield return (NameAbove(start), i - start - 1);
                start = -1;
            }
        }
    }

    private string NameAbove(int brace)
    {
        for (var i = brace - 1; i >= 0 && Lines[i].Length > 0; i--)
        {
            if (Lines[i].IndexOf('(', StringComparison.Ordinal) is var at && at > 0)
            {
                return Lines[i][..at].Split(' ')[^1].Split('<')[0];
            }
        }

        return $"line {brace}";
    }

    private static IEnumerable<string> List(string folder) => Directory
        .EnumerateFiles(RepositoryFolder.Combine(folder), "*.cs", SearchOption.AllDirectories)
        .Where(path => !Generated.Any(part => Relative(path).Contains(part, StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal);

    private static string Relative(string path) => System.IO.Path.GetRelativePath(RepositoryFolder.Path, path).Replace('\\', '/');
}
