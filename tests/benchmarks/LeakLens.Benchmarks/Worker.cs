using System.Diagnostics;
using System.Globalization;
using LeakLens.Python.Binding;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Benchmarks;

/// <summary>LeakLens among the workers of ../parsers/bench.mjs: from the bytes of a file to its tree, one thread, nothing kept.</summary>
internal static class Worker
{
    public static void Run(bool scopes, string list)
    {
        var files = File.ReadLines(list).Select(File.ReadAllBytes).ToList();
        Console.WriteLine($".NET {Environment.Version}");
        while (Console.ReadLine() is not null)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var file in files)
            {
                Read(file, scopes);
            }

            Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalSeconds.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Read(byte[] file, bool scopes)
    {
        if (!SourceDecoder.TryDecode(file, out var text, out _))
        {
            return;
        }

        var tree = SyntaxTree.Parse(text);
        if (scopes)
        {
            ScopeTree.Build(tree);
        }
    }
}
