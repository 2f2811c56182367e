namespace LeakLens.Workspace.Tests.Architecture;

/// <summary>A C# file of the repository, as the style tests read it.</summary>
internal sealed record SourceFile(string Path, string[] Lines)
{
    private static readonly string[] Generated = ["/bin/", "/obj/", "/artifacts/"];

    public static IReadOnlyList<SourceFile> All(params string[] folders) =>
        [.. folders.SelectMany(List).Select(path => new SourceFile(Relative(path), File.ReadAllLines(path)))];

    /// <summary>Functions that are members of a top-level type: in this style their braces stand alone, four columns in. A table is none.</summary>
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
                if (NameAbove(start) is { } name)
                {
                    yield return (name, i - start - 1);
                }

                start = -1;
            }
        }
    }

    /// <summary>Null for the braces of a table: a field with what it is set to.</summary>
    private string? NameAbove(int brace)
    {
        for (var i = brace - 1; i >= 0 && Lines[i].Length > 0; i--)
        {
            if (Lines[i].IndexOf('(', StringComparison.Ordinal) is var at && at > 0)
            {
                var head = Lines[i][..at];
                return head.Contains('=', StringComparison.Ordinal) ? null : head.Split(' ')[^1].Split('<')[0];
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
