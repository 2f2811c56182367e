using BenchmarkDotNet.Attributes;
using LeakLens.Python;
using LeakLens.Python.Binding;
using LeakLens.Python.Dumping;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Benchmarks;

/// <summary>The front end over the folder that <c>LEAKLENS_CORPUS</c> names, a whole pass an operation.</summary>
[MemoryDiagnoser]
public class ParserBenchmarks
{
    private Corpus _corpus = new([], 0);
    private List<SyntaxTree> _trees = [];

    [GlobalSetup]
    public void Read()
    {
        var folder = Environment.GetEnvironmentVariable("LEAKLENS_CORPUS") ?? throw new InvalidOperationException("LEAKLENS_CORPUS names no folder.");
        _corpus = Corpus.Read(folder);
        _trees = [.. _corpus.Texts.Select(text => SyntaxTree.Parse(text))];
    }

    [Benchmark]
    public int Parse()
    {
        var statements = 0;
        foreach (var text in _corpus.Texts)
        {
            statements += SyntaxTree.Parse(text).Root.Body.Length;
        }

        return statements;
    }

    [Benchmark]
    public int LineIndex()
    {
        var lines = 0;
        foreach (var text in _corpus.Texts)
        {
            lines += SourceText.From(text.Text).Lines.Count;
        }

        return lines;
    }

    [Benchmark]
    public int Scopes()
    {
        var symbols = 0;
        foreach (var tree in _trees)
        {
            symbols += ScopeTree.Build(tree).Module.Symbols.Length;
        }

        return symbols;
    }

    [Benchmark]
    public int Dump()
    {
        var characters = 0;
        foreach (var tree in _trees)
        {
            characters += SyntaxDumper.Dump(tree, attributes: false, PythonVersion.Python314).Length;
        }

        return characters;
    }
}
