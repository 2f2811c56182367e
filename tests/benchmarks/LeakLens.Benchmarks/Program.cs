using BenchmarkDotNet.Running;
using LeakLens.Benchmarks;

switch (args)
{
    case ["--quick", var folder]:
        QuickRun.Measure(Corpus.Read(folder));
        return 0;
    case ["--worker", var what, var list]:
        Worker.Run(string.Equals(what, "scopes", StringComparison.Ordinal), list);
        return 0;
    case ["--engine", var folder]:
        EngineRun.Measure(folder);
        return 0;
    case ["--long", var folder]:
        LongFilesRun.Measure(folder);
        return 0;
    case ["--scale"]:
        ScaleRun.Measure();
        return 0;
    case ["--hostile"]:
        HostileRun.Measure();
        return 0;
    case ["--cancel"]:
        CancellationRun.Measure();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ParserBenchmarks).Assembly).Run(args);
        return 0;
}
