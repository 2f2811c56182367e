using LeakLens.Engine.Findings;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.Scanning;

public sealed class ScannerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_bad_file_has_its_problem_and_the_others_are_analysed()
    {
        _folder.Write("a.py");
        _folder.Write("binary.py", [0, 1, 2]);
        _folder.Write("empty.py", []);
        _folder.Write("latin.py", [0xE9]);
        var report = Scan(jobs: 2);

        report.FilesAnalysed.ShouldBe(2);
        report.Lines.ShouldBe(1);
        report.Bytes.ShouldBe(6);
        report.AllProblems.Select(problem => $"{problem.Path} {problem.Kind}").ShouldBe(["binary.py Unreadable", "latin.py Unreadable"]);
        report.Verdict.ShouldBe(Verdict.Review);
    }

    [Fact]
    public void Reports_are_in_the_order_of_paths_with_any_number_of_workers()
    {
        for (var i = 0; i < 200; i++)
        {
            _folder.Write($"f{i}.py", i % 7 == 0 ? [0] : "x = 1\n"u8.ToArray());
        }

        var alone = Describe(Scan(jobs: 1));
        Describe(Scan(jobs: 2)).ShouldBe(alone);
        Describe(Scan(jobs: 64)).ShouldBe(alone);
    }

    [Fact]
    public void A_stopped_scan_says_how_far_it_came()
    {
        _folder.Write("a.py");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var report = Scanner.Scan(new ScanRequest(Find(), RuleCatalogue.BuiltIn.RuleSet, 1), cancellation: stop.Token);

        report.WasStopped.ShouldBeTrue();
        report.FilesFound.ShouldBe(1);
        report.Files.ShouldBeEmpty();
    }

    [Fact]
    public void Texts_of_a_large_scan_wait_packed_and_are_the_same()
    {
        var text = "kept = []\nwhile True:\n    kept.append(bytes(1000))\n" + string.Concat(Enumerable.Repeat("# much is said about this\n", 5_000));
        for (var i = 0; i < 20; i++)
        {
            _folder.Write($"f{i:00}.py", System.Text.Encoding.UTF8.GetBytes(text + $"# {i:00}\n"));
        }

        var report = Scan(jobs: 2);

        report.Files.Sum(static file => file.TextLength).ShouldBeGreaterThan(2 << 20);
        report.Files.Select(static file => file.Text?.Text).ShouldBe(Enumerable.Range(0, 20).Select(i => text + $"# {i:00}\n"));
        report.Files.ShouldAllBe(static file => file.Findings.Length == 1);
    }

    [Fact]
    public void Nothing_to_scan_is_a_report_too() => Scan(jobs: 4).Files.ShouldBeEmpty();

    private ScanReport Scan(int jobs) => Scanner.Scan(new ScanRequest(Find(), RuleCatalogue.BuiltIn.RuleSet, jobs));

    private DiscoveredFiles Find() => FileDiscovery.Find(["."], _folder.Path);

    private static string[] Describe(ScanReport report) =>
        [.. report.Files.Select(file => $"{file.Path} {file.Bytes} {string.Join(' ', file.Problems)}")];
}
