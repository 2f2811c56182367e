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

    /// <summary>What CPython 3.11 accepts reads as there; what it rejects may be newer.</summary>
    [CPythonFact]
    public void Snippets_read_as_in_CPython_311()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var files = Fixture.ReadSnippets().Select((source, index) => Write(source, Path.Combine(folder.FullName, $"{index}.py"))).ToList();
            var different = files.Zip(CPythonOracle.Ask("dump-attributes", files)).Where(pair => !Agrees311(pair.First, pair.Second)).Select(pair => File.ReadAllText(pair.First)).ToList();
            different.ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Write(string source, string file)
    {
        File.WriteAllText(file, source);
        return file;
    }

    private static bool Agrees311(string file, string answer)
    {
        if (answer.StartsWith("ERROR", StringComparison.Ordinal))
        {
            return true;
        }

        return SourceDecoder.TryDecode(File.ReadAllBytes(file), out var text, out _)
            && SyntaxTree.Parse(text) is var tree
            && tree.Errors.All(error => error.Code == SyntaxErrorCodes.FutureFeature)
            && CPythonOracle.Hash(SyntaxDumper.Dump(tree, attributes: true, PythonVersion.Python311)) == answer;
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
