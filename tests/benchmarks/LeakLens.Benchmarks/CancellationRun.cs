using System.Diagnostics;
using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Benchmarks;

/// <summary>How long it takes from asking for the cancellation of an analysis until it gives up, at moments spread over its run.</summary>
internal static class CancellationRun
{
    private const int Moments = 15;

    public static void Measure()
    {
        Console.WriteLine("latency ms (median, worst), cancelled of asked, file");
        foreach (var (name, code) in HostileCode.All())
        {
            Measure(name, code);
        }

        Measure("200,000 lines", GeneratedCode.Module(200_000));
    }

    private static void Measure(string name, string code)
    {
        var text = SourceText.From(code);
        TryAnalyze(text, CancellationToken.None);
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        TryAnalyze(text, CancellationToken.None);
        var whole = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var latencies = new List<double>();
        for (var i = 1; i <= Moments; i++)
        {
            if (Latency(text, whole * i / (Moments + 1)) is { } latency)
            {
                latencies.Add(latency);
            }
        }

        latencies.Sort();
        Console.WriteLine(latencies.Count == 0
            ? $"       -        -  0/{Moments} {name}"
            : $"{latencies[latencies.Count / 2],8:F1} {latencies[^1],8:F1} {latencies.Count,2}/{Moments} {name}");
    }

    private static double? Latency(SourceText text, double delay)
    {
        using var source = new CancellationTokenSource();
        var asked = 0L;
        var asking = new Thread(() =>
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(delay));
            asked = Stopwatch.GetTimestamp();
            source.Cancel();
        });
        asking.Start();
        var finished = TryAnalyze(text, source.Token);
        var end = Stopwatch.GetTimestamp();
        asking.Join();
        return finished ? null : Stopwatch.GetElapsedTime(asked, end).TotalMilliseconds;
    }

    private static bool TryAnalyze(SourceText text, CancellationToken cancellation)
    {
        try
        {
            MemoryFacts.Gather(SyntaxTree.Parse(text, cancellation), cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
