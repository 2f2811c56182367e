using BenchmarkDotNet.Running;
using LeakLens.Benchmarks;

if (args is ["--quick", var folder])
{
    QuickRun.Measure(Corpus.Read(folder));
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(ParserBenchmarks).Assembly).Run(args);
return 0;
