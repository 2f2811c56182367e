using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Cli;

public sealed class ScanTests : IDisposable
{
    private readonly CliSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void The_current_folder_is_scanned_when_no_path_is_given()
    {
        _session.Write("a.py");
        _session.Write("b/c.py");

        _session.Run("scan").ShouldBe(new CliResult(0, "Nothing found in 2 files.\n", ""));
    }

    [Fact]
    public void A_missing_path_is_an_error_and_the_rest_is_analysed()
    {
        _session.Write("a.py");

        _session.Run("scan", "nope", "a.py").ShouldBe(new CliResult(2, "Nothing found in 1 file.\n", "error: nope: no such file or folder\n"));
    }

    [Fact]
    public void A_folder_without_python_is_told()
    {
        _session.Write("docs/readme.md");

        _session.Run("scan", "docs").ShouldBe(new CliResult(0, "Nothing was analysed.\n", "warning: no Python files in docs\n"));
    }

    [Fact]
    public void An_empty_file_is_clean()
    {
        _session.Write("a.py", "");

        _session.Run("scan", "a.py").ShouldBe(new CliResult(0, "Nothing found in 1 file.\n", ""));
    }

    [Fact]
    public void A_binary_file_is_an_error_and_the_rest_is_analysed()
    {
        _session.Write("a.py", [0x7F, .. "ELF"u8, 0]);
        _session.Write("b.py");
        var result = _session.Run("scan", ".");

        result.ShouldBe(new CliResult(2, "Nothing found in 1 file.\n", result.Error));
        result.Error.ShouldStartWith("error: a.py: not a text: ");
    }

    [Fact]
    public void Invalid_utf8_is_an_error_and_the_rest_is_analysed()
    {
        _session.Write("a.py", [.. "x = '"u8, 0xE9, .. "'\n"u8]);
        _session.Write("b.py");
        var result = _session.Run("scan", ".");

        result.ShouldBe(new CliResult(2, "Nothing found in 1 file.\n", result.Error));
        result.Error.ShouldStartWith("error: a.py: byte 5 cannot be decoded as utf-8");
    }

    [Fact]
    public void A_half_written_statement_is_a_warning_and_leaves_the_exit_code_to_the_findings()
    {
        _session.Write("a.py", "x = 1\nfor i in range(3)\n    pass\n");
        var result = _session.Run("scan", "a.py");

        result.ShouldBe(new CliResult(0, "Nothing found in 1 file.\n", "warning: a.py:2:18: syntax error: expected ':'\n"));
        JObject.Parse(_session.Run("scan", "a.py", "--format", "json").Output)["errors"]![0]!.Value<string>("message").ShouldBe("line 2, column 18: syntax error: expected ':'");
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_an_error_and_the_rest_is_analysed()
    {
        _session.Write("a.py");
        _session.Write("b.py");
        if (!TryForbid(_session.Combine("a.py")))
        {
            return; // The administrator may read everything.
        }

        _session.Run("scan", ".").ShouldBe(new CliResult(2, "Nothing found in 1 file.\n", "error: a.py: permission denied\n"));
    }

    [Fact]
    public void A_file_whose_reading_fails_is_an_error()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var result = _session.Run("scan", "/proc/self/mem");
        result.ShouldBe(new CliResult(2, "Nothing was analysed.\n", result.Error));
        result.Error.ShouldContain("/proc/self/mem: Input/output error");
    }

    [Fact]
    public void Errors_are_in_the_json_too()
    {
        _session.Write("a.py", [0]);
        var result = _session.Run("scan", ".", "nope", "--format", "json");
        var errors = JObject.Parse(result.Output)["errors"]!;

        errors.Select(error => error.Value<string>("path")).ShouldBe(["a.py", "nope"]);
        result.ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Standard_input_is_a_file_with_the_name_it_is_given()
    {
        _session.Input = [0];

        _session.Run("scan", "-").Error.ShouldStartWith("error: <stdin>: not a text");
        _session.Run("scan", "-", "--stdin-filename", "app/x.py").Error.ShouldStartWith("error: app/x.py: not a text");
        _session.Input = "x = 1\n"u8.ToArray();
        _session.Run("scan", "-").ShouldBe(new CliResult(0, "Nothing found in 1 file.\n", ""));
    }

    [Fact]
    public void The_report_goes_to_a_file_when_asked()
    {
        _session.Write("a.py");

        _session.Run("scan", "a.py", "--output", "report.txt").ShouldBe(new CliResult(0, "", ""));
        File.ReadAllText(_session.Combine("report.txt")).ShouldBe("Nothing found in 1 file.\n");
    }

    [Fact]
    public void Statistics_go_to_the_error_stream()
    {
        _session.Write("a.py");
        var result = _session.Run("scan", "a.py", "--statistics");

        result.Output.ShouldBe("Nothing found in 1 file.\n");
        result.Error.ShouldStartWith("1 file, 1 line, 6 bytes in ");
    }

    [Fact]
    public void Quiet_says_nothing_where_nothing_is_found()
    {
        _session.Write("a.py", "x = 1\ndef f(:\n");
        _session.Write("docs/readme.md");

        _session.Run("scan", "a.py", "docs", "--quiet").ShouldBe(new CliResult(0, "", ""));
        _session.Run("scan", "nope.py", "-q").ShouldBe(new CliResult(2, "", "error: nope.py: no such file or folder\n"));
    }

    [Fact]
    public void A_second_scan_knows_what_the_first_found_unless_it_is_told_not_to()
    {
        _session.Variables["LEAKLENS_CACHE_DIR"] = "cache";
        _session.Write("a.py");
        _session.Run("scan", "a.py", "--no-cache");
        Directory.Exists(_session.Combine("cache")).ShouldBeFalse();

        _session.Run("scan", "a.py", "--statistics").Error.ShouldNotContain("known from before");
        _session.Run("scan", "a.py", "--statistics").Error.ShouldContain("\n1 of 1 file known from before\n");
        _session.Run("scan", "a.py", "--statistics", "--no-cache").Error.ShouldNotContain("known from before");
        _session.Run("scan", "a.py", "--statistics", "--cache-dir", "other").Error.ShouldNotContain("known from before");
    }

    [Fact]
    public void An_excluded_file_that_is_named_is_left_out_only_if_one_insists()
    {
        _session.Write("venv/a.py");

        _session.Run("scan", "venv/a.py").Output.ShouldBe("Nothing found in 1 file.\n");
        _session.Run("scan", "venv/a.py", "--force-exclude").Output.ShouldBe("Nothing was analysed.\n");
    }

    [Fact]
    public void Stopping_says_how_far_it_came_and_writes_no_report()
    {
        _session.Write("a.py");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        _session.Cancellation = stop.Token;
        var result = _session.Run("scan", "a.py");

        result.Output.ShouldBeEmpty();
        result.Error.ShouldStartWith("stopped ");
        result.ExitCode.ShouldBe(130);
    }

    [Fact]
    public void Waiting_for_standard_input_can_be_stopped()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        using var never = new ManualResetEventSlim();
        _session.Cancellation = stop.Token;
        _session.OpenInput = () =>
        {
            never.Wait(TimeSpan.FromSeconds(20));
            return Stream.Null;
        };
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var result = _session.Run("scan", "-");

        result.ShouldBe(new CliResult(130, "", "stopped before a file was analysed\n"));
        System.Diagnostics.Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        never.Set();
    }

    private static bool TryForbid(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        File.SetUnixFileMode(path, UnixFileMode.None);
        try
        {
            File.OpenRead(path).Dispose();
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    [Fact]
    public void A_cache_that_was_asked_for_and_cannot_be_kept_is_said()
    {
        _session.Write("a.py");

        var result = _session.Run("scan", "--cache-dir", "a.py");

        result.ExitCode.ShouldBe(0);
        result.Error.ShouldStartWith("warning: cannot keep results in a.py: ");
    }

    [Theory]
    [InlineData("--output-format", "concise")]
    [InlineData("--format", "concise=-")]
    [InlineData("-o", "-")]
    public void A_hyphen_as_a_file_is_what_is_printed(string option, string value)
    {
        _session.Write("a.py");

        _session.Run("scan", option, value).Output.ShouldBe(option is "-o" ? "Nothing found in 1 file.\n" : "");
        File.Exists(_session.Combine("-")).ShouldBeFalse();
    }
}
