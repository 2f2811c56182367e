using System.Text.Json;
using LeakLens.Python.Dumping;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Python.Tests.CPython;

/// <summary>
/// Each production of the 3.14 grammar, and what it rejects: the answers of CPython 3.14 stand beside the sources in
/// snippets-3.14.jsonl, which pyodide.mjs writes.
/// </summary>
public sealed class SnippetTests
{
    [Fact]
    public void Snippets_read_as_in_CPython_314()
    {
        var different = File.ReadLines(Fixture.Find("snippets-3.14.jsonl")).Where(line => !Agrees(line)).ToList();
        different.ShouldBeEmpty();
    }

    private static bool Agrees(string line)
    {
        using var snippet = JsonDocument.Parse(line);
        var source = snippet.RootElement.GetProperty("source").GetString() ?? string.Empty;
        var tree = SyntaxTree.Parse(SourceText.From(source));
        return snippet.RootElement.TryGetProperty("dump", out var dump)
            ? tree.Errors.IsEmpty && SyntaxDumper.Dump(tree, attributes: true, PythonVersion.Python314) == dump.GetString()
            : !tree.Errors.IsEmpty;
    }
}
