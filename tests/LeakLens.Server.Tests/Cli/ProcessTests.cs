using System.Diagnostics;
using System.Text;

namespace LeakLens.Server.Tests.Cli;

/// <summary>What only a process of its own can show: streams, signals, what it loads.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "leaklens.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CliSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Results_go_to_standard_output_and_all_else_to_standard_error()
    {
        _session.Write("ünï.py");
        using var process = StartLeakLens("scan", "ünï.py", "nope.py");
        process.StandardInput.Close();

        process.StandardOutput.ReadToEnd().ShouldBe("Nothing found in 1 file.\n");
        process.StandardError.ReadToEnd().ShouldBe("error: nope.py: no such file or folder\n");
        WaitForExit(process).ShouldBe(2);
    }

    [Fact]
    public void Output_is_utf8_whatever_the_locale_is()
    {
        _session.Write("ünï.py", [0]);
        using var process = StartLeakLens("scan", "ünï.py", "--format", "json");

        process.StandardOutput.ReadToEnd().ShouldContain("\"path\": \"ünï.py\"");
        WaitForExit(process).ShouldBe(2);
    }

    [Fact]
    public void Ctrl_c_stops_at_once()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Process.Start("mkfifo", [_session.Combine("slow.py")]).WaitForExit();
        using var process = StartLeakLens("scan", "slow.py");
        using var writer = new FileStream(_session.Combine("slow.py"), FileMode.Open, FileAccess.Write); // opens when the scan reads
        var sent = Stopwatch.GetTimestamp();
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString()]);

        process.StandardError.ReadToEnd().ShouldBe("stopped after 0 of 1 files; no report was written\n");
        WaitForExit(process).ShouldBe(130);
        Stopwatch.GetElapsedTime(sent).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Output_that_cannot_be_written_is_an_error_and_no_crash()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        _session.Write("a.py");
        using var process = Start("/bin/sh", "-c", $"dotnet '{Executable}' scan a.py > /dev/full");

        process.StandardError.ReadToEnd().ShouldBe("error: cannot write the output: No space left on device\n");
        WaitForExit(process).ShouldBe(2);
    }

    [Fact]
    public void A_closed_input_is_an_error_and_nothing_to_wait_for()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var process = Start("/bin/sh", "-c", $"dotnet '{Executable}' scan - <&-");

        process.StandardError.ReadToEnd().ShouldBe("error: cannot read standard input: it is closed\n");
        WaitForExit(process).ShouldBe(2);
    }

    [Fact]
    public void A_closed_output_ends_the_program_without_a_word()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var process = Start("/bin/sh", "-c", $"dotnet '{Executable}' rules >&-");

        process.StandardError.ReadToEnd().ShouldBeEmpty();
        WaitForExit(process).ShouldBe(2);
    }

    [Fact]
    public void A_pipe_that_nobody_writes_to_is_no_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Process.Start("mkfifo", [_session.Combine("still.py")]).WaitForExit();
        using var process = StartLeakLens("scan", "still.py");

        process.StandardError.ReadToEnd().ShouldStartWith("error: still.py: not a file: a pipe that nobody writes to\n");
        WaitForExit(process).ShouldBe(2);
    }

    [Fact]
    public void The_language_server_starts_without_the_parser_of_command_lines()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        const string Initialize = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}""";
        using var process = StartLeakLens("lsp");
        process.StandardInput.Write($"Content-Length: {Initialize.Length}\r\n\r\n{Initialize}");
        process.StandardInput.Flush();
        process.StandardOutput.ReadLine().ShouldNotBeNull().ShouldStartWith("Content-Length: ");
        var loaded = File.ReadAllText($"/proc/{process.Id}/maps");
        process.StandardInput.Close();

        loaded.ShouldContain("Newtonsoft.Json.dll");
        loaded.ShouldNotContain("System.CommandLine.dll");
        process.WaitForExit(Patience).ShouldBeTrue("the server ends when its input is closed");
    }

    [Fact]
    public void A_stopped_scan_reports_what_it_has_and_says_that_it_is_not_all()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _session.Write("a.py");
        Process.Start("mkfifo", [_session.Combine("slow.py")]).WaitForExit();
        using var process = StartLeakLens("scan", "a.py", "slow.py", "--jobs", "1");
        using var writer = new FileStream(_session.Combine("slow.py"), FileMode.Open, FileAccess.Write); // opens when the scan reads
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString()]);

        process.StandardOutput.ReadToEnd().ShouldBe("Stopped after 1 of 2 files: this is not all there is.\nNothing found in 1 file.\n");
        process.StandardError.ReadToEnd().ShouldBe("stopped after 1 of 2 files; what was found in them was reported\n");
        WaitForExit(process).ShouldBe(130);
    }

    [Fact]
    public void Watching_scans_again_when_a_file_changes()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _session.Write("a.py");
        using var process = StartLeakLens("scan", "--watch", "--no-cache");
        process.StandardOutput.ReadLine().ShouldBe("Nothing found in 1 file.");
        _session.Write("b.py");
        process.StandardOutput.ReadLine().ShouldBe("Nothing found in 2 files.");
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString()]);

        WaitForExit(process).ShouldBe(0);
    }

    [Fact]
    public void A_folder_that_was_removed_is_an_error_and_no_crash()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _session.Write("gone/a.py");
        using var process = Start("sh", "-c", "cd gone && rm -r ../gone && exec dotnet \"$0\" scan", Executable);

        process.StandardError.ReadToEnd().ShouldContain("error: the working folder is not there any more");
        WaitForExit(process).ShouldBe(2);
    }

    private Process StartLeakLens(params string[] words) => Start("dotnet", [Executable, .. words]);

    private Process Start(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            UseShellExecute = false,
            WorkingDirectory = _session.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C";
        start.Environment["LEAKLENS_CACHE_DIR"] = _session.Combine(".cache"); // not that of whoever runs the tests
        return Process.Start(start)!;
    }

    private static int WaitForExit(Process process)
    {
        process.WaitForExit(Patience).ShouldBeTrue("the process has ended");
        return process.ExitCode;
    }
}
