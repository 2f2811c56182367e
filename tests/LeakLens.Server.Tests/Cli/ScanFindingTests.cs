using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Cli;

/// <summary>Scans that find something: what is printed, and what the exit code says.</summary>
public sealed class ScanFindingTests : IDisposable
{
    private const string Warns = "kept = []\nfor i in range(10_000):\n    kept.append([i] * 120)\n";
    private const string Fails = "kept = []\nfor i in range(2_000):\n    kept.append('x' * 65_536)\n";
    private const string Notes = "kept = []\nfor i in range(2_000):\n    kept.append([i])\n";

    private readonly CliSession _session = new();

    public ScanFindingTests()
    {
        _session.Write("warns.py", Warns);
        _session.Write("fails.py", Fails);
        _session.Write("notes.py", Notes);
        _session.Write("clean.py");
    }

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("clean.py", "note", 0)]
    [InlineData("notes.py", "note", 1)]
    [InlineData("notes.py", "warning", 0)]
    [InlineData("warns.py", "warning", 1)]
    [InlineData("warns.py", "error", 0)]
    [InlineData("fails.py", "error", 1)]
    [InlineData("fails.py", "never", 0)]
    public void The_exit_code_follows_the_level_that_fails(string file, string failOn, int expected) =>
        _session.Run("scan", file, "--fail-on", failOn).ExitCode.ShouldBe(expected);

    [Fact]
    public void A_warning_fails_by_default_and_a_note_does_not()
    {
        _session.Run("scan", "warns.py").ExitCode.ShouldBe(1);
        _session.Run("scan", "notes.py").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Exit_zero_makes_a_one_a_zero_and_no_two()
    {
        _session.Run("scan", "fails.py", "--exit-zero").ExitCode.ShouldBe(0);
        _session.Run("scan", "fails.py", "nope.py", "--exit-zero").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Several_reports_are_written_in_one_run()
    {
        var result = _session.Run("scan", "fails.py", "--format", "concise", "--format", "sarif=leaks.sarif", "--format", "html=leaks.html");

        result.Output.ShouldStartWith("fails.py:3:5: error LL103 ");
        JObject.Parse(File.ReadAllText(Path.Combine(_session.Folder, "leaks.sarif")))["runs"]![0]!["results"]!.Count().ShouldBe(1);
        File.ReadAllText(Path.Combine(_session.Folder, "leaks.html")).ShouldStartWith("<!DOCTYPE html>");
    }

    [Fact]
    public void Only_one_report_is_printed()
    {
        var result = _session.Run("scan", "fails.py", "--format", "json", "--format", "text");

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("write --format text=FILE for the other");
    }

    [Fact]
    public void An_unreadable_file_outweighs_a_finding_and_hides_none()
    {
        _session.Write("binary.py", [0]);
        var result = _session.Run("scan", "binary.py", "fails.py");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldContain("error[LL103]");
    }

    [Fact]
    public void Statements_around_a_half_written_one_are_analysed()
    {
        _session.Write("half.py", "def broken(:\n    pass\n" + Fails);
        var result = _session.Run("scan", "half.py");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldStartWith("warning: half.py:1:12: syntax error: ");
        result.Output.ShouldContain("--> half.py:5:5");
    }

    [Theory]
    [InlineData("--ignore", "LL101", false)]
    [InlineData("--ignore", "loop-accumulation", false)]
    [InlineData("--select", "LL101", true)]
    [InlineData("--select", "loop-accumulation", true)]
    public void Rules_are_selected_and_left_out_by_id_and_by_name(string option, string rule, bool isFound) =>
        _session.Run("scan", "fails.py", option, rule).Output.Contains("LL101", StringComparison.Ordinal).ShouldBe(isFound);

    [Fact]
    public void The_report_of_a_small_program_is_this()
    {
        _session.Run("scan", "fails.py").Output.ShouldBe("""
            error[LL103]: kept holds about 125 MiB: 2,000 x 64 KiB, never released, texts of up to 65,536 characters
             --> fails.py:3:5
              |
            1 | kept = []
              |        -- kept is created here and lives as long as the module
            2 | for i in range(2_000):
              | --------------------- this loop grows it 2,000 times
            3 |     kept.append('x' * 65_536)
              |     ^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = note: Grown by append, 2,000 times, about 64 KiB each time
              = note: At most 125 MiB at one time, 125 MiB still held when the code is done
              = note: No release was seen
              = help: Keep of each text what is needed later, such as its length, a hash or where it stands in a file, and write the text itself out
              = help: for more on large-text-accumulation, run `leaklens explain LL103`

            Found 1 error in 1 file. Verdict: block.

            """);
    }

    [Fact]
    public void The_json_counts_and_places_what_was_found()
    {
        var report = JObject.Parse(_session.Run("scan", ".", "--format", "json").Output);
        var finding = report["findings"]![0]!;

        report["summary"]!.Value<int>("files").ShouldBe(4);
        report["summary"]!.Value<int>("error").ShouldBe(1);
        report["summary"]!.Value<int>("warning").ShouldBe(1);
        report["summary"]!.Value<int>("note").ShouldBe(1);
        report.Value<string>("verdict").ShouldBe("block");
        report["findings"]!.Select(each => each.Value<string>("path")).ShouldBe(["fails.py", "notes.py", "warns.py"]);
        finding["range"]!["start"]!.Value<int>("line").ShouldBe(3);
        finding["range"]!["start"]!.Value<int>("column").ShouldBe(5);
        finding["estimate"]!.Value<long>("trips").ShouldBe(2_000);
        finding["related"]![0]!["range"]!["start"]!.Value<int>("line").ShouldBe(1);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void The_report_is_the_same_with_any_number_of_jobs(string format)
    {
        for (var i = 0; i < 24; i++)
        {
            _session.Write($"many/f{i}.py", (i % 4) switch { 0 => Warns, 1 => Fails, 2 => "for x in\n" + Notes, _ => "\0" });
        }

        var alone = Scan("1");
        Scan("2").ShouldBe(alone);
        Scan("8").ShouldBe(alone);

        CliResult Scan(string jobs)
        {
            var result = _session.Run("scan", ".", "--jobs", jobs, "--format", format);
            return result with { Output = string.Join('\n', result.Output.Split('\n').Where(line => !line.Contains("elapsedMs", StringComparison.Ordinal))) };
        }
    }
}
