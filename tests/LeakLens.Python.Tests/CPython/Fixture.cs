using System.Runtime.CompilerServices;

namespace LeakLens.Python.Tests.CPython;

/// <summary>Files that stand beside the tests' sources.</summary>
internal static class Fixture
{
    public static string Find(string name, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, name);

    /// <summary>The sources of snippets-3.14.jsonl.</summary>
    public static IEnumerable<string> ReadSnippets() => File.ReadLines(Find("snippets-3.14.jsonl"))
        .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("source").GetString() ?? string.Empty);
}
