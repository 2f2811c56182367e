namespace LeakLens.Server.Tests.Cli;

/// <summary>Wrong usage: one clear sentence on the error stream, nothing on the output, exit code 2.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly CliSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("scna", "there is no command 'scna' (did you mean 'scan'?)")]
    [InlineData("frobnicate", "there is no command 'frobnicate'")]
    [InlineData("app.py", "there is no command 'app.py'; to analyse that path, write `leaklens scan app.py`")]
    [InlineData("--verison", "unknown option '--verison' (did you mean '--version'?)")]
    [InlineData("scan --formt json", "unknown option '--formt' (did you mean '--format'?)")]
    [InlineData("scan -x app.py", "unknown option '-x'")]
    [InlineData("scan --format yaml", "--format takes text, concise, markdown, html, json, json-lines, sarif, github, gitlab or junit, not 'yaml'")]
    [InlineData("scan --fail-on all", "--fail-on takes error, warning, note or never, not 'all'")]
    [InlineData("scan --color blue", "--color takes auto, always or never, not 'blue'")]
    [InlineData("scan --jobs 0", "--jobs takes a number from 1 to 1024, not '0'")]
    [InlineData("scan -j0 app.py", "--jobs takes a number from 1 to 1024, not '0'")]
    [InlineData("scan -j2x app.py", "--jobs takes a number from 1 to 1024, not '2x'")]
    [InlineData("scan -output x", "unknown option '-output' (did you mean '--output'?)")]
    [InlineData("scan --jobs many", "--jobs takes a number from 1 to 1024, not 'many'")]
    [InlineData("scan --select LL999", "there is no rule 'LL999'; `leaklens rules` lists them all")]
    [InlineData("scan --ignore loop-acumulation", "there is no rule 'loop-acumulation' (did you mean 'loop-accumulation'?); `leaklens rules` lists them all")]
    [InlineData("scan --select ,", "--select takes rules, such as LL101,LL2; none is named")]
    [InlineData("scan --format json=x.out --format sarif=./x.out", "two reports would be written to x.out")]
    [InlineData("scan --format json=x.out -o x.out", "two reports would be written to x.out")]
    [InlineData("scan --format json --output-format sarif", "only one report can be printed; write --format sarif=FILE for the other")]
    [InlineData("scan --format sarif=missing/x.sarif nowhere", "cannot write missing/x.sarif: no such file or folder")]
    [InlineData("scan - app.py", "`-` stands alone: standard input is one file")]
    [InlineData("scan --stat", "unknown option '--stat' (did you mean '--statistics'?)")]
    [InlineData("scan app.py --stdin-filename x.py", "--stdin-filename goes with the path `-`")]
    [InlineData("scan app.py -o missing/report.txt", "cannot write missing/report.txt: no such file or folder")]
    [InlineData("rules all", "'all' is one argument too many")]
    [InlineData("explain LL111", "there is no rule 'LL111' (did you mean 'LL101'?); `leaklens rules` lists them all")]
    public void A_mistake_is_named(string words, string expected)
    {
        _session.Write("app.py");
        var result = _session.Run(words.Split(' '));

        result.Error.ShouldBe($"error: {expected}\n");
        result.Output.ShouldBeEmpty();
        result.ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("scan --jobs")]
    [InlineData("scan --output")]
    [InlineData("explain")]
    public void A_missing_value_is_named_in_one_line(string words)
    {
        var result = _session.Run(words.Split(' '));

        result.Error.ShouldStartWith("error: ");
        result.Error.Count(character => character == '\n').ShouldBe(1);
        result.ExitCode.ShouldBe(2);
    }

    [Fact]
    public void No_command_shows_the_help_as_an_error()
    {
        var result = _session.Run();

        result.Error.ShouldContain("Usage: leaklens COMMAND");
        result.Output.ShouldBeEmpty();
        result.ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("gate")]
    public void An_empty_path_is_not_the_current_folder(string command)
    {
        var result = _session.Run(command, "");

        result.Error.ShouldStartWith("error: an empty argument names no file");
        result.ExitCode.ShouldBe(2);
    }

    [Fact]
    public void A_path_behind_two_hyphens_may_begin_with_one()
    {
        _session.Write("-q.py");

        _session.Run("scan", "--", "-q.py").ShouldBe(new CliResult(0, "Nothing found in 1 file.\n", ""));
    }

    [Fact]
    public void A_path_that_begins_with_an_at_sign_is_a_path()
    {
        _session.Write("@app.py");

        _session.Run("scan", "@app.py").ShouldBe(new CliResult(0, "Nothing found in 1 file.\n", ""));
    }
}
