using System.Diagnostics;
using LeakLens.Python.Binding;
using LeakLens.Python.Parsing;

namespace LeakLens.Benchmarks;

/// <summary>
/// Speed and allocation of parsing and of the scopes over a whole folder, in seconds. Trees are let go as soon as they are made. On a
/// busy machine the best round is the one to believe.
/// </summary>
internal static class QuickRun
{
    private const int Rounds = 10;

    public static void Measure(Corpus corpus)
    {
        Console.WriteLine($"{corpus.Texts.Count} files, {corpus.Bytes / 1e6:F1} MB, {Environment.ProcessorCount} cores");
        var rounds = Enumerable.Range(1, Rounds).Select(round => MeasureRound(corpus, round)).ToList();
        Print("median", rounds.Select(r => r.Parse).Order().ElementAt(Rounds / 2), rounds.Select(r => r.Scopes).Order().ElementAt(Rounds / 2));
        Print("best", rounds.Max(r => r.Parse), rounds.Max(r => r.Scopes));
    }

    private static (double Parse, double Scopes) MeasureRound(Corpus corpus, int round)
    {
        var (parseTime, scopesTime) = (0L, 0L);
        var (parseBytes, scopesBytes) = (0L, 0L);
        foreach (var text in corpus.Texts)
        {
            var (start, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            var tree = SyntaxTree.Parse(text);
            var (parsed, after) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            ScopeTree.Build(tree);
            parseTime += parsed - start;
            parseBytes += after - before;
            scopesTime += Stopwatch.GetTimestamp() - parsed;
            scopesBytes += GC.GetAllocatedBytesForCurrentThread() - after;
        }

        var (parse, scopes) = (Speed(corpus, parseTime), Speed(corpus, scopesTime));
        Print($"round {round}", parse, scopes);
        if (round == Rounds)
        {
            Console.WriteLine($"allocated per byte of source: tree {(double)parseBytes / corpus.Bytes:F2}, scopes {(double)scopesBytes / corpus.Bytes:F2}");
        }

        return (parse, scopes);
    }

    private static void Print(string label, double parse, double scopes) => Console.WriteLine($"{label}: parse {parse:F1} MB/s, scopes {scopes:F1} MB/s");

    private static double Speed(Corpus corpus, long ticks) => corpus.Bytes / 1e6 / ((double)ticks / Stopwatch.Frequency);
}
