using System.Diagnostics;
using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Benchmarks;

/// <summary>Time and memory of the engine for one hostile file, the tree of the file left out of the memory.</summary>
internal static class HostileRun
{
    public static void Measure()
    {
        Console.WriteLine("parse ms, facts ms (best of 3), engine MiB at its peak, over budget, file");
        foreach (var (name, code) in HostileCode.All())
        {
            var text = SourceText.From(code);
            var (parsing, gathering, partial) = (double.MaxValue, double.MaxValue, false);
            var peak = 0L;
            for (var round = 0; round < 3; round++)
            {
                var start = Stopwatch.GetTimestamp();
                var tree = SyntaxTree.Parse(text);
                tree.GetScopes();
                parsing = Math.Min(parsing, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                var (facts, bytes) = PeakMemory.During(() => Gather(tree, ref gathering));
                (partial, peak) = (facts.IsPartial, Math.Max(peak, bytes));
            }

            Console.WriteLine($"{parsing,8:F0} {gathering,8:F0} {peak / 1024.0 / 1024,8:F1} {(partial ? "partial" : "whole"),8} {name} ({code.Length / 1000} kB)");
        }
    }

    private static MemoryFacts Gather(SyntaxTree tree, ref double best)
    {
        var start = Stopwatch.GetTimestamp();
        var facts = MemoryFacts.Gather(tree, CancellationToken.None);
        best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return facts;
    }
}
