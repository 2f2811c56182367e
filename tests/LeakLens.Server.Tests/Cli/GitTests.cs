using System.Diagnostics;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Cli;

/// <summary>What a scan asks git.</summary>
public sealed class GitTests : IDisposable
{
    private const string Growing = "kept = []\nfor i in range(10_000):\n    kept.append([str(i)] * 400)\n";

    private readonly CliSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Only_what_touches_changed_lines_is_told()
    {
        Commit(("old.py", Growing), ("changed.py", Growing + "x = 1\n"), ("sub/elsewhere.py", Growing + "x = 1\n"));
        _session.Write("changed.py", Growing.Replace("400", "500", StringComparison.Ordinal) + "x = 1\n");
        _session.Write("sub/elsewhere.py", Growing + "x = 2\n");
        _session.Write("new ü.py", Growing);

        Found("--diff-base", "HEAD").ShouldBe(["changed.py", "new ü.py"]);
        Found().ShouldBe(["changed.py", "new ü.py", "old.py", "sub/elsewhere.py"]);
    }

    [Fact]
    public void What_the_base_has_done_since_the_branch_left_it_is_no_change_of_the_branch()
    {
        Commit(("a.py", Growing), ("b.py", "x = 1\n"));
        Git("checkout", "-q", "-b", "work");
        Commit(("b.py", Growing));
        Git("checkout", "-q", "-");
        Commit(("a.py", "x = 1\n"));
        Git("checkout", "-q", "work");

        Found("--diff-base", "@{-1}").ShouldBe(["b.py"]);
    }

    [Fact]
    public void A_new_name_is_no_change()
    {
        Commit(("old.py", Growing), ("other.py", Growing + "x = 1\n" + string.Concat(Enumerable.Range(0, 20).Select(static i => $"y{i} = {i}\n"))));
        Git("mv", "old.py", "new.py");
        Git("mv", "other.py", "moved.py");
        _session.Write("moved.py", File.ReadAllText(_session.Combine("moved.py")).Replace("10_000", "20_000", StringComparison.Ordinal));

        Found("--diff-base", "HEAD").ShouldBe(["moved.py"]);
    }

    [Fact]
    public void No_program_that_the_repository_names_is_run()
    {
        Commit((".gitattributes", "*.py filter=evil diff=evil\n"), ("a.py", Growing));
        Git("config", "filter.evil.clean", "touch ran; cat");
        Git("config", "filter.evil.smudge", "touch ran; cat");
        Git("config", "diff.evil.textconv", "touch ran; cat");
        Git("config", "core.fsmonitor", "touch ran");
        _session.Write("a.py", Growing + "kept.append(1)  # leaklens: ignore[LL101]\n");

        _session.Run("scan", "--diff-base", "HEAD").ExitCode.ShouldBeInRange(0, 1);
        _session.Run("suppressions").ExitCode.ShouldBe(0);
        File.Exists(_session.Combine("ran")).ShouldBeFalse();
    }

    [Fact]
    public void Without_a_repository_or_a_revision_it_says_so()
    {
        _session.Write("a.py");
        _session.Run("scan", "--diff-base", "HEAD").ShouldBe(new CliResult(2, "", $"error: --diff-base: {_session.Folder} is not in a git repository: what has changed is not known\n"));
        Commit(("a.py", Growing));
        _session.Run("scan", "--diff-base", "nope").ShouldBe(new CliResult(2, "", "error: --diff-base: git knows no revision 'nope'\n"));
        _session.Run("scan", "--diff-base", "--output=x").ExitCode.ShouldBe(2);
        File.Exists(_session.Combine("x")).ShouldBeFalse();
    }

    [Fact]
    public void Suppressions_are_listed_with_reason_and_age()
    {
        Commit(("a.py", "x = 1  # leaklens: ignore[LL101]  # it is small\ny = 2  # noqa: E501\n"));
        _session.Write("a.py", File.ReadAllText(_session.Combine("a.py")) + "z = 3  # leaklens: ignore[LL108]\n");
        var result = _session.Run("suppressions");

        result.Output.Split('\n')[0].ShouldStartWith("a.py:1:8: ignore[LL101], since 2024-05-03 (");
        result.Output.Split('\n')[0].ShouldEndWith(" days): it is small");
        result.Output.Split('\n')[1..3].ShouldBe(["a.py:3:8: ignore[LL108], not committed: no reason given", "2 suppressions in 1 file, 1 without a reason."]);
        var json = JArray.Parse(_session.Run("suppressions", "--format", "json").Output);
        json.Select(one => one.Value<string>("since")).ShouldBe(["2024-05-03", null]);
        json.Select(one => one.Value<string>("justification")).ShouldBe(["it is small", null]);
    }

    [Fact]
    public void Two_suppressions_of_one_line_are_of_one_age()
    {
        Commit(("a.py", "x = 1  # leaklens: ignore[LL101] # leaklens: ignore[LL102]\n"));

        JArray.Parse(_session.Run("suppressions", "--format", "json").Output).Select(one => one.Value<string>("since")).ShouldBe(["2024-05-03", "2024-05-03"]);
    }

    [Fact]
    public void Suppressions_without_git_have_no_age()
    {
        _session.Write("a.py", "x = 1  # leaklens: ignore[LL101]\n");
        _session.Write("b.py", [0]);
        var result = _session.Run("suppressions");

        result.Output.ShouldStartWith("a.py:1:8: ignore[LL101], of unknown age: no reason given\n");
        result.Error.ShouldStartWith("error: b.py: not a text");
        result.ExitCode.ShouldBe(2);
    }

    private string[] Found(params string[] options)
    {
        var report = JObject.Parse(_session.Run(["scan", "--format", "json", .. options]).Output);
        return [.. report["findings"]!.Select(finding => finding.Value<string>("path")!)];
    }

    private void Commit(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            _session.Write(path, text);
        }

        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-q", "-m", "x", "--date", "2024-05-03T12:00:00Z");
    }

    private void Git(params string[] words)
    {
        var start = new ProcessStartInfo("git", words) { WorkingDirectory = _session.Folder, UseShellExecute = false, RedirectStandardError = true };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var process = Process.Start(start).ShouldNotBeNull();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error);
    }
}
