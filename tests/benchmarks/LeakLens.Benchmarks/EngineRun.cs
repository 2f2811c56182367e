using System.Diagnostics;
using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Benchmarks;

/// <summary>
/// From text to facts over a whole folder, one file after the other, on one thread. Processor time counts what the compiler and the
/// collector of .NET do in threads of their own besides; on a busy machine it is the figure to believe.
/// </summary>
internal static class EngineRun
{
    private const int Rounds = 4;
    private const int Slowest = 10;

    public static void Measure(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.py", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var texts = files.ConvertAll(static file => SourceDecoder.TryDecode(File.ReadAllBytes(file), out var text, out _) ? text : SourceText.From(string.Empty));
        var best = new double[texts.Count];
        Array.Fill(best, double.MaxValue);
        var megabytes = texts.Sum(static text => (long)text.Length) / 1e6;
        for (var round = 1; round <= Rounds; round++)
        {
            var (wall, processor, allocated) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            var partial = Measure(texts, best);
            var (seconds, used) = (Stopwatch.GetElapsedTime(wall).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
            Console.WriteLine($"round {round}: {texts.Count} files, {megabytes:F1} MB, {seconds:F2} s = {megabytes / seconds:F2} MB/s, processor {used:F2} s = {megabytes / used:F2} MB/s, {(GC.GetTotalAllocatedBytes() - allocated) / 1e6:F0} MB allocated, {partial} over budget");
        }

        foreach (var (time, file) in best.Zip(files).OrderByDescending(static pair => pair.First).Take(Slowest))
        {
            Console.WriteLine($"{time,8:F1} ms {Path.GetRelativePath(folder, file)}");
        }
    }

    private static int Measure(List<SourceText> texts, double[] best)
    {
        var partial = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            partial += MemoryFacts.Gather(SyntaxTree.Parse(texts[i]), CancellationToken.None).IsPartial ? 1 : 0;
            best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return partial;
    }
}
