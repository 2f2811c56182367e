using System.Diagnostics;
using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Benchmarks;

/// <summary>From text to facts for each file of a folder that has about ten thousand lines: what people wrote, beside the generated modules of <see cref="ScaleRun"/>.</summary>
internal static class LongFilesRun
{
    private const int FewestLines = 9_000;
    private const int MostLines = 11_500;
    private const int WarmUp = 8;
    private const int Rounds = 15;

    public static void Measure(string folder)
    {
        var medians = new List<double>();
        foreach (var (file, text) in Read(folder))
        {
            for (var i = 0; i < WarmUp; i++)
            {
                Once(text);
            }

            var times = Enumerable.Range(0, Rounds).Select(_ => Once(text)).Order().ToList();
            medians.Add(times[Rounds / 2]);
            Console.WriteLine($"{times[Rounds / 2],8:F1} ms, best {times[0],6:F1}, worst {times[^1],6:F1}  {text.Lines.Count,6} lines {text.Length / 1000.0,6:F0} kB  {Path.GetRelativePath(folder, file)}");
        }

        medians.Sort();
        Console.WriteLine(medians.Count == 0 ? "no file of that length" : $"{medians.Count} files: median {medians[medians.Count / 2]:F1} ms, worst {medians[^1]:F1} ms");
    }

    /// <summary>Each file once, however many folders have a copy of it.</summary>
    private static IEnumerable<(string File, SourceText Text)> Read(string folder)
    {
        var seen = new HashSet<(string, int)>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.py", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Order(StringComparer.Ordinal))
        {
            if (SourceDecoder.TryDecode(File.ReadAllBytes(file), out var text, out _) && text.Lines.Count is >= FewestLines and <= MostLines && seen.Add((Path.GetFileName(file), text.Length)))
            {
                yield return (file, text);
            }
        }
    }

    /// <summary>Milliseconds. What the run before left is collected first, as the server does between two versions of a text.</summary>
    private static double Once(SourceText text)
    {
        GC.Collect(1, GCCollectionMode.Forced, blocking: true);
        var start = Stopwatch.GetTimestamp();
        MemoryFacts.Gather(SyntaxTree.Parse(text), CancellationToken.None);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
