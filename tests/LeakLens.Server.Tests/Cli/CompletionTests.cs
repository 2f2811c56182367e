using System.Diagnostics;

namespace LeakLens.Server.Tests.Cli;

public sealed class CompletionTests : IDisposable
{
    private readonly CliSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("leaklens s", 1, "scan suppressions syntax")]
    [InlineData("leaklens scan --format js", 3, "json json-lines")]
    [InlineData("leaklens scan -o x --fail-on n", 5, "note never")]
    [InlineData("leaklens scan --write", 2, "--write-baseline")]
    public void Bash_completes_commands_options_and_words(string line, int word, string expected)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _session.Write("completion.sh", _session.Run("completion", "bash").Output + $"COMP_WORDS=({line}); COMP_CWORD={word}; _leaklens; echo \"${{COMPREPLY[@]}}\"\n");
        using var bash = Process.Start(new ProcessStartInfo("bash", ["--norc", _session.Combine("completion.sh")]) { UseShellExecute = false, RedirectStandardOutput = true }).ShouldNotBeNull();

        bash.StandardOutput.ReadToEnd().TrimEnd().ShouldBe(expected);
    }

    [Theory]
    [InlineData("zsh", "#compdef leaklens\n")]
    [InlineData("fish", "complete -c leaklens ")]
    [InlineData("powershell", "Register-ArgumentCompleter ")]
    public void Other_shells_have_theirs(string shell, string start)
    {
        var result = _session.Run("completion", shell);

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldStartWith(start);
        result.Output.ShouldContain("suppressions");
    }

    [Fact]
    public void An_unknown_shell_is_an_error() =>
        _session.Run("completion", "tcsh").ShouldBe(new CliResult(2, "", "error: there is no completion for 'tcsh'; there is for bash, zsh, fish, powershell\n"));
}
