using LeakLens.Engine.Findings;
using LeakLens.Workspace.Baselines;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.Baselines;

public sealed class BaselineTests : IDisposable
{
    private const string Growing = "kept = []\nfor i in range(10_000):\n    kept.append([str(i)] * 400)\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_there_is_forgiven_wherever_its_line_has_gone()
    {
        _folder.Write("a.py", Growing);
        var baseline = Take();
        _folder.Write("a.py", "import os\n\n\n" + Growing.Replace("    kept", "        kept", StringComparison.Ordinal));
        var report = baseline.Apply(Scan());

        report.Count(FindingLevel.Warning).ShouldBe(0);
        report.Suppressed.ShouldBe(1);
        report.Verdict.ShouldBe(Verdict.Allow);
    }

    [Fact]
    public void What_is_new_is_told_in_the_same_file_and_in_a_copy_of_it()
    {
        _folder.Write("a.py", Growing);
        var baseline = Take();
        _folder.Write("a.py", Growing + Growing.Replace("kept", "more", StringComparison.Ordinal));
        _folder.Write("copy.py", Growing);
        var report = baseline.Apply(Scan());

        report.Suppressed.ShouldBe(1);
        report.Files.Select(file => file.Findings.Length).ShouldBe([1, 1]);
        report.Verdict.ShouldBe(Verdict.Review);
    }

    [Fact]
    public void It_shrinks_and_never_grows()
    {
        _folder.Write("a.py", Growing);
        _folder.Write("b.py", Growing);
        var baseline = Take();
        baseline.Entries.Length.ShouldBe(2);
        _folder.Write("a.py", "x = 1\n");
        _folder.Write("c.py", Growing);
        var shrunk = baseline.Shrink(Scan());

        shrunk.Entries.Select(entry => entry.Path).ShouldBe(["b.py"]);
        _folder.Write("a.py", Growing);
        shrunk.Apply(Scan()).Count(FindingLevel.Warning).ShouldBe(2);
    }

    [Fact]
    public void Of_files_that_were_not_looked_at_nothing_is_taken_out_unless_they_are_gone()
    {
        _folder.Write("a.py", Growing);
        _folder.Write("b.py", Growing);
        _folder.Write("c.py", Growing);
        var baseline = Take();
        File.Delete(_folder.Combine("c.py"));

        baseline.Shrink(Scan("a.py")).Entries.Select(entry => entry.Path).ShouldBe(["a.py", "b.py"]);
        _folder.Write("b.py", [0]);
        baseline.Shrink(Scan()).Entries.Select(entry => entry.Path).ShouldBe(["a.py", "b.py"]);
    }

    [Fact]
    public void Its_paths_begin_at_its_own_folder()
    {
        _folder.Write("src/a.py", Growing);
        var baseline = Baseline.Of(Scan(), _folder.Combine("quality/leaks.json"), _folder.Path);

        baseline.Entries.ShouldHaveSingleItem().Path.ShouldBe("../src/a.py");
        var below = Scanner.Scan(new ScanRequest(FileDiscovery.Find(["."], _folder.Combine("src")), RuleCatalogue.BuiltIn.RuleSet, 1));
        new Baseline(_folder.Combine("quality/leaks.json"), _folder.Combine("src"), baseline.Entries).Apply(below).Suppressed.ShouldBe(1);
    }

    [Fact]
    public void It_is_read_as_it_was_written()
    {
        _folder.Write("ü \"a\".py", Growing);
        var baseline = Take();
        BaselineFile.Write(_folder.Combine("leaks.json"), baseline.Entries);

        BaselineFile.Read(_folder.Combine("leaks.json")).ShouldBe(baseline.Entries);
        Directory.EnumerateFiles(_folder.Path, "*.tmp").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "it is not a baseline of LeakLens: it is empty")]
    [InlineData("[]", "it is not a baseline of LeakLens")]
    [InlineData("{\"leaklens-baseline\": 2, \"findings\": []}", "it is a baseline of version 2; this LeakLens reads version 1")]
    [InlineData("{\"leaklens-baseline\": 1, \"findings\": [{\"rule\": \"LL101\"}]}", "one of its findings has no text 'fingerprint'")]
    [InlineData("{\"leaklens-baseline\": 1, \"findings\": [", "it is not a baseline of LeakLens: line 1 is no JSON")]
    public void Something_else_is_no_baseline(string text, string expected)
    {
        var file = _folder.Write("leaks.json", text);

        Should.Throw<BaselineException>(() => BaselineFile.Read(file)).Message.ShouldStartWith(expected);
    }

    private Baseline Take() => Baseline.Of(Scan(), _folder.Combine("leaks.json"), _folder.Path);

    private ScanReport Scan(string path = ".") => Scanner.Scan(new ScanRequest(FileDiscovery.Find([path], _folder.Path), RuleCatalogue.BuiltIn.RuleSet, 1));
}
