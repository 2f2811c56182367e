using BenchmarkDotNet.Running;
using LeakLens.Benchmarks;

if (args is ["--quick", var folder])
{
    QuickRun.Measure(Corpus.Read(folder));
    return 0;
}

if (args is ["--worker", var what, var list])
{
    Worker.Run(what == "scopes", list);
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(ParserBenchmarks).Assembly).Run(args);
return 0;
