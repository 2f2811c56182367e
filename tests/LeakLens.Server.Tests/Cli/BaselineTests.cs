using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Cli;

public sealed class BaselineTests : IDisposable
{
    private const string Growing = "kept = []\nfor i in range(10_000):\n    kept.append([str(i)] * 400)\n";

    private readonly CliSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_project_begins_clean_and_hears_of_what_is_new()
    {
        _session.Write("a.py", Growing);
        _session.Run("scan", "--write-baseline", "leaks.json").ShouldBe(new CliResult(0, "Nothing found in 1 file.\n1 finding suppressed.\n", "leaks.json: 1 finding forgiven\n"));
        _session.Run("scan", "--baseline", "leaks.json").ShouldBe(new CliResult(0, "Nothing found in 1 file.\n1 finding suppressed.\n", ""));

        _session.Write("b.py", Growing);
        var result = _session.Run("scan", "--baseline", "leaks.json", "--format", "concise");
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldStartWith("b.py:3:5: warning LL101 ");
    }

    [Fact]
    public void What_was_mended_is_taken_out_and_nothing_is_put_in()
    {
        _session.Write("a.py", Growing);
        _session.Run("scan", "--write-baseline", "leaks.json");
        _session.Write("a.py", "x = 1\n");
        _session.Write("b.py", Growing);

        _session.Run("scan", "--baseline", "leaks.json").Error.ShouldBe("1 finding of the baseline is gone: --write-baseline takes it out\n");
        var result = _session.Run("scan", "--write-baseline", "leaks.json");
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldBe("leaks.json: 0 findings forgiven, 1 fewer than before\n");
        JObject.Parse(File.ReadAllText(_session.Combine("leaks.json")))["findings"]!.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_forgiven_stays_in_the_reports_for_machines()
    {
        _session.Write("a.py", Growing);
        _session.Run("scan", "--write-baseline", "leaks.json");
        var report = JObject.Parse(_session.Run("scan", "--baseline", "leaks.json", "--format", "json").Output);

        report["findings"]!.ShouldHaveSingleItem()["suppression"]!.Value<string>("kind").ShouldBe("baseline");
        report.Value<string>("verdict").ShouldBe("allow");
    }

    [Fact]
    public void A_baseline_that_is_none_is_an_error_before_anything_is_analysed()
    {
        _session.Write("a.py", Growing);

        _session.Run("scan", "--baseline", "nope.json").ShouldBe(new CliResult(2, "", "error: cannot use the baseline nope.json: no such file or folder\n"));
        _session.Run("scan", "--baseline", "a.py").ExitCode.ShouldBe(2);
        _session.Run("scan", "--write-baseline", "no/such/folder.json").Error.ShouldBe("error: cannot write no/such/folder.json: no such file or folder\n");
    }
}
