using System.Diagnostics;
using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Sizes;
using LeakLens.Engine.Tests.Sizes;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Known;

/// <summary>
/// Operations on known values give what CPython 3.11 gives. <c>values.txt</c> holds thousands of expressions, each with its repr;
/// <c>values.py</c> writes it.
/// </summary>
public sealed class KnownValueTests
{
    private const string Imports = "import base64, binascii, datetime, decimal, fractions, hashlib, json, math, os.path, random, re, struct, textwrap, zlib\n";

    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "LeakLens.Engine.Tests", "Known");

    [Fact]
    public void Expressions_are_those_of_CPython()
    {
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, "values.txt")))
        {
            var tab = line.LastIndexOf('\t');
            var (expression, expected) = (line[..tab], line[(tab + 1)..]);
            var given = Evaluate(expression);
            if (given != expected && !(given is null && expected.EndsWith("Error", StringComparison.Ordinal)))
            {
                wrong.Add($"{expression} is {expected}, not {given ?? "unknown"}");
            }
        }

        string.Join('\n', wrong).ShouldBeEmpty($"{wrong.Count} differ");
    }

    [Python311Fact]
    public void The_table_is_what_CPython_gives()
    {
        using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(Folder, "values.py"), "--check"]) { UseShellExecute = false }).ShouldNotBeNull();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }

    /// <summary>The repr of an expression; null when its value is not known, or something is raised.</summary>
    private static string? Evaluate(string expression)
    {
        var tree = SyntaxTree.Parse(SourceText.From($"{Imports}value = ({expression})\nresult = repr(value)\n"));
        var evaluator = new Evaluator(tree, new Budget(100_000, default), TargetVersion.Python311, default, isExact: true);
        try
        {
            evaluator.RunExactly();
        }
        catch (NotDeterminedException)
        {
            return null;
        }

        var symbol = tree.GetScopes().Module.Find("result").ShouldNotBeNull();
        var value = evaluator.ModuleFrame.Storage.Get(evaluator.ModuleFrame.KeyOf(symbol));
        return value.Text ?? value.Reference?.Text;
    }
}
