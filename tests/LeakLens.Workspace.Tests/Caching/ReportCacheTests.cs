using System.Text;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Caching;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.Caching;

public sealed class ReportCacheTests : IDisposable
{
    private const string Growing = "kept = []\nfor i in range(10_000):\n    kept.append([str(i)] * 400)\n";

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _caches = new();

    public void Dispose()
    {
        _folder.Dispose();
        _caches.Dispose();
    }

    [Fact]
    public void A_second_scan_takes_everything_from_it_and_says_the_same()
    {
        WriteSamples();
        var cold = Scan(jobs: 1);
        var warm = Scan(jobs: 1);

        cold.Hits.ShouldBe(0);
        warm.Hits.ShouldBe(6);
        warm.Output.ShouldBe(cold.Output);
        cold.Output.ShouldContain("LL101");
        cold.Output.ShouldContain("because it must");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Whatever_the_number_of_workers_cold_or_warm_the_output_is_the_same(int jobs)
    {
        WriteSamples();
        var alone = Scan(jobs: 1, cached: false);

        Scan(jobs).Output.ShouldBe(alone.Output);
        Scan(jobs).Output.ShouldBe(alone.Output);
        Scan(jobs, cached: false).Output.ShouldBe(alone.Output);
    }

    [Fact]
    public void A_changed_text_and_other_rules_are_other_questions()
    {
        WriteSamples();
        Scan();
        _folder.Write("a.py", Growing + "\n");
        Scan().Hits.ShouldBe(5);

        var catalogue = RuleCatalogue.BuiltIn;
        var strict = catalogue.FindProfile(RuleCatalogue.StrictProfile).ShouldNotBeNull().Apply(catalogue.Rules);
        Scan(rules: strict).Hits.ShouldBe(0);
        Scan(rules: strict).Hits.ShouldBe(6);
    }

    [Fact]
    public void The_same_text_in_a_test_is_another_question()
    {
        _folder.Write("app/a.py", Growing);
        _folder.Write("tests/a.py", Growing);
        Scan();
        var warm = Scan();

        warm.Hits.ShouldBe(2);
        warm.Output.ShouldContain("app/a.py:3:5: warning");
        warm.Output.ShouldContain("tests/a.py:3:5: note");
    }

    [Fact]
    public void A_file_that_is_cut_short_anywhere_is_rebuilt()
    {
        WriteSmallSample();
        var whole = Scan();
        var pack = PackFile();
        var bytes = File.ReadAllBytes(pack);
        for (var length = 0; length < bytes.Length; length += 23)
        {
            File.WriteAllBytes(pack, bytes[..length]);
            Scan().Output.ShouldBe(whole.Output);
        }
    }

    [Fact]
    public void A_file_with_any_byte_changed_says_nothing_wrong()
    {
        WriteSmallSample();
        var whole = Scan();
        var pack = PackFile();
        var bytes = File.ReadAllBytes(pack);
        for (var at = 0; at < bytes.Length; at += 11)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 0x5A;
            File.WriteAllBytes(pack, damaged);
            Scan().Output.ShouldBe(whole.Output);
        }
    }

    [Fact]
    public void A_foreign_file_is_replaced()
    {
        WriteSamples();
        var whole = Scan();
        File.WriteAllText(PackFile(), "PK\x03\x04 something else altogether, and long enough to be read as a header");

        Scan().Output.ShouldBe(whole.Output);
        Scan().Hits.ShouldBe(6);
    }

    [Fact]
    public void Scans_at_the_same_time_leave_a_whole_file()
    {
        WriteSamples();
        var alone = Scan(cached: false);
        Parallel.For(0, 8, _ => Scan(jobs: 2).Output.ShouldBe(alone.Output));

        var last = Scan();
        last.Output.ShouldBe(alone.Output);
        last.Hits.ShouldBe(6);
        Directory.EnumerateFiles(_caches.Path, "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public void Where_nothing_can_be_written_a_scan_goes_on_without()
    {
        WriteSamples();
        _caches.Write("taken", "a file where the folder would be");

        var report = Scan(folder: _caches.Combine("taken"));
        report.Hits.ShouldBe(0);
        report.Output.ShouldContain("LL101");
    }

    [Fact]
    public void What_could_not_be_read_is_not_kept()
    {
        _folder.Write("a.py", [0]);
        Scan().Output.ShouldContain("not a text");
        _folder.Write("a.py", "x = 1\n");

        Scan().Output.ShouldNotContain("not a text");
    }

    [Theory]
    [InlineData("LEAKLENS_CACHE_DIR", "mine", "/project/mine")]
    [InlineData("XDG_CACHE_HOME", "/var/xdg", "/var/xdg/leaklens")]
    [InlineData("XDG_CACHE_HOME", "relative", null)]
    [InlineData("HOME", "/home/ada", "/home/ada/.cache/leaklens")]
    [InlineData("OTHER", "x", null)]
    public void It_lies_where_the_system_has_caches(string variable, string value, string? expected)
    {
        if (OperatingSystem.IsLinux())
        {
            CacheFolder.Find(name => name == variable ? value : null, "/project").ShouldBe(expected);
        }
    }

    private void WriteSamples()
    {
        _folder.Write("a.py", Growing);
        _folder.Write("b.py", "def f(:\n    pass\nx = 1\n");
        _folder.Write("c.py", Growing.Replace("400)\n", "400)  # leaklens: ignore[LL101]  # because it must\n", StringComparison.Ordinal));
        _folder.Write("d.py", "x = 1\n");
        _folder.Write("é.py", Growing.Replace("kept", "gehälter", StringComparison.Ordinal));
        _folder.Write("n.ipynb", """{"cells": [{"cell_type": "code", "source": ["k = []\n", "for i in range(10_000):\n", "    k.append([str(i)] * 400)"]}]}""");
    }

    /// <summary>Made anew for each kind of damage: quick to analyse.</summary>
    private void WriteSmallSample()
    {
        _folder.Write("a.py", "kept = []\nfor i in range(40):\n    kept.append('x' * 65_536 + str(i))\n");
        _folder.Write("d.py", "x = 1\n");
    }

    private string PackFile() => Directory.EnumerateFiles(_caches.Path, "*.pack").ShouldHaveSingleItem();

    private (string Output, int Hits) Scan(int jobs = 2, bool cached = true, RuleSet? rules = null, string? folder = null)
    {
        var cache = cached ? ReportCache.Open(folder ?? _caches.Path, _folder.Path) : null;
        var request = new ScanRequest(FileDiscovery.Find(["."], _folder.Path), rules ?? RuleCatalogue.BuiltIn.RuleSet, jobs) { Cache = cache };
        var report = Scanner.Scan(request) with { Elapsed = TimeSpan.Zero };
        cache?.Save();
        using var output = new StringWriter(new StringBuilder());
        foreach (var format in (string[])["concise", "json", "sarif", "text"])
        {
            ReportFormats.Write(format, output, report, new ReportContext("0", _folder.Path));
        }

        return (output.ToString(), cache?.Hits ?? 0);
    }
}
