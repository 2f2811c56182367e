using System.Diagnostics;
using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Sizes;
using LeakLens.Engine.Tests.Sizes;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Exact;

/// <summary>
/// The exact run of threads, tasks, streams and weak references comes to what CPython 3.11 comes to: the text that each program of this folder calls <c>result</c>.
/// </summary>
public sealed class ExactProgramTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "LeakLens.Engine.Tests", "Exact");

    public static TheoryData<string, string> Programs()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, "expected.txt")))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            data.Add(line[..tab], line[(tab + 1)..]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Results_are_those_of_CPython(string program, string expected)
    {
        var tree = SyntaxTree.Parse(SourceText.From(File.ReadAllText(Path.Combine(Folder, program))));
        var evaluator = new Evaluator(tree, new Budget(1_000_000, default), TargetVersion.Python311, default, isExact: true);
        evaluator.RunExactly();
        var symbol = tree.GetScopes().Module.Find("result").ShouldNotBeNull();
        var value = evaluator.ModuleFrame.Storage.Get(evaluator.ModuleFrame.KeyOf(symbol));
        (value.Text ?? value.Reference?.Text).ShouldBe(expected);
    }

    /// <summary>What the exact run does not follow it gives up, when something is decided by it.</summary>
    [Theory]
    [InlineData("import functools\nkept = sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))\nif kept[0] == 3:\n    kept = []\n")]
    [InlineData("import itertools\nkept = []\nfor n in itertools.accumulate([1, 2], initial=10):\n    kept.append(n)\n")]
    [InlineData("import itertools\nkept = []\nfor n in itertools.count(0.5):\n    kept.append(n)\n    if n > 3:\n        break\n")]
    [InlineData("class Shared:\n    state = {}\n    def __init__(self):\n        self.__dict__ = self.state\nkept = [Shared()]\n")]
    [InlineData("kept = []\ntry:\n    raise ExceptionGroup('g', [ValueError(1)])\nexcept* ValueError:\n    kept.append(1)\n")]
    [InlineData("def steps():\n    kept.append((len(kept), (yield 1)))\nkept = []\ngenerator = steps()\nnext(generator)\ngenerator.send(2)\n")]
    [InlineData("import secrets\nkept = []\nif secrets.token_hex(8)[0] == '4':\n    kept.append(1)\n")]
    [InlineData("import subprocess, time\nkept, start = [], time.time()\nsubprocess.run(['true'])\nif time.time() - start > 60:\n    kept.append(1)\n")]
    public void What_is_not_followed_ends_the_run(string program)
    {
        var evaluator = new Evaluator(SyntaxTree.Parse(SourceText.From(program)), new Budget(1_000_000, default), TargetVersion.Python311, default, isExact: true);
        Should.Throw<NotDeterminedException>(evaluator.RunExactly);
    }

    [Python311Fact]
    public void The_table_is_what_CPython_gives()
    {
        using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(Folder, "expected.py"), "--check"]) { UseShellExecute = false }).ShouldNotBeNull();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }
}
