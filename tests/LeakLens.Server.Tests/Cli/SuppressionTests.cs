using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Cli;

/// <summary>What is accepted is neither printed nor counted, and stays in the report for machines.</summary>
public sealed class SuppressionTests : IDisposable
{
    private const string Grow = "KEPT = []\nfor i in range(40):\n    KEPT.append(\"x\" * 65_536 + str(i))";

    private readonly CliSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_suppressed_finding_is_counted_apart_and_fails_nothing()
    {
        _session.Write("app.py", Grow + "  # leaklens: ignore[LL101]  # forty is all there are\n");

        _session.Run("scan").ShouldBe(new CliResult(0, "Nothing found in 1 file.\n1 finding suppressed.\n", ""));
    }

    [Fact]
    public void It_stays_in_the_report_for_machines_with_its_justification()
    {
        _session.Write("app.py", Grow + "  # leaklens: ignore[LL101]  # forty is all there are\n");
        var report = JObject.Parse(_session.Run("scan", "--format", "json").Output);

        report["summary"]!.ToString(Newtonsoft.Json.Formatting.None).ShouldContain("\"error\":0,\"warning\":0,\"note\":0,\"suppressed\":1");
        report.Value<string>("verdict").ShouldBe("allow");
        report.SelectToken("findings[0].suppression")!.ToString(Newtonsoft.Json.Formatting.None).ShouldBe(
            "{\"kind\":\"line\",\"justification\":\"forty is all there are\",\"range\":{\"start\":{\"line\":3,\"column\":41},\"end\":{\"line\":3,\"column\":92}}}");
    }

    [Fact]
    public void A_run_accepts_amounts_if_somebody_says_why()
    {
        _session.Write("app.py", Grow + "\n");

        _session.Run("scan", "--allow-large-allocation", "nightly batch").ExitCode.ShouldBe(0);
        var report = JObject.Parse(_session.Run("scan", "--format", "json", "--allow-large-allocation", "nightly batch").Output);
        report.SelectToken("findings[0].suppression")!.ToString(Newtonsoft.Json.Formatting.None).ShouldBe("{\"kind\":\"run\",\"justification\":\"nightly batch\"}");
        _session.Run("scan", "--allow-large-allocation", " ").ShouldBe(
            new CliResult(2, "", "error: --allow-large-allocation takes a justification: why is it right that this code takes so much memory?\n"));
    }

    [Fact]
    public void A_gate_heeds_who_runs_it_and_not_the_code()
    {
        _session.Write("app.py", "KEPT = []\nfor i in range(4_000):\n    KEPT.append(\"x\" * 65_536 + str(i))  # leaklens: ignore[LL101, LL103, LL104]\n");

        _session.Run("gate", "app.py").ExitCode.ShouldBe(1);
        _session.Run("gate", "app.py", "--allow-large-allocation", "the machine has 4 GiB").ShouldBe(new CliResult(0, "", ""));
        _session.Run("gate", "app.py", "--allow-large-allocation", "").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void A_suppression_that_is_good_for_nothing_is_a_note_with_a_fix()
    {
        _session.Write("app.py", "x = 1  # leaklens: ignore[LL101]\n");
        var result = _session.Run("scan");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldStartWith("note[LL001]: This suppresses nothing: LL101\n --> app.py:1:8\n");
        result.Output.ShouldContain("help: Remove it\n");
        _session.Run("scan", "--ignore", "LL0").Output.ShouldBe("Nothing found in 1 file.\n");
    }
}
