using System.Diagnostics;
using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Benchmarks;

/// <summary>How the time of one file grows with its length, from text to facts: it should take the same time per line however long the file is.</summary>
internal static class ScaleRun
{
    private const int Rounds = 5;

    public static void Measure()
    {
        int[] lengths = [1_000, 3_000, 10_000, 30_000, 100_000, 200_000];
        Console.WriteLine("lines, kB, milliseconds (median, best), microseconds per line (best), MB/s (best), over budget");
        Run(GeneratedCode.Module(10_000), Rounds);
        foreach (var lines in lengths)
        {
            var code = GeneratedCode.Module(lines);
            var (times, partial) = Run(code, lines > 50_000 ? 3 : Rounds);
            var (median, best) = (times[times.Count / 2], times[0]);
            Console.WriteLine($"{lines,7} {code.Length / 1000,6} {median,8:F1} {best,8:F1} {best * 1000 / lines,6:F2} {code.Length / 1000.0 / best,6:F2} {partial}");
        }
    }

    private static (List<double> Times, bool IsPartial) Run(string code, int rounds)
    {
        var times = new List<double>();
        var partial = false;
        for (var i = 0; i < rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            partial = MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(code)), CancellationToken.None).IsPartial;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return (times, partial);
    }
}
