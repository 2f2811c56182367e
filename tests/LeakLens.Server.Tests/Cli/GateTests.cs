using System.Text;
using LeakLens.Server.Cli;
using LeakLens.Workspace;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Cli;

/// <summary><c>leaklens gate</c>: nothing and 0, or a refusal and 1.</summary>
public sealed class GateTests
{
    private const string Hoard = """
        kept = []
        for number in range(2000):
            kept.append(str(number) * 10000)
        """;

    private const string Harmless = """
        total = 0
        for number in range(2000):
            total += number
        print(total)
        """;

    [Fact]
    public void Harmless_code_passes_in_silence()
    {
        var result = Run(Harmless, "gate", "-");

        result.ExitCode.ShouldBe(ExitCode.Clean);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldBeEmpty();
    }

    /// <summary>What would be let through by itself is not why a file is refused that was analysed only in part.</summary>
    [Fact]
    public void A_file_that_was_not_followed_to_its_end_is_refused_for_that()
    {
        var program = new StringBuilder("def f0():\n    print()\n");
        for (var i = 1; i <= 60; i++)
        {
            program.Append($"def f{i}():\n    f{i - 1}()\n    f{i - 1}()\n");
        }

        var result = Run(program.Append("f60()\ndef least(rows):\n    return min([row * 2 for row in rows])\n").ToString(), "gate", "-");

        result.ExitCode.ShouldBe(ExitCode.Found);
        result.Output.ShouldStartWith("I would not execute this without a second look, because **it was analysed only in part: the function f60 in line 180 does more than the budget for one file allows to follow**");
        result.Output.ShouldContain("<stdin>, line 180: ");
    }

    [Fact]
    public void A_refusal_says_why_where_how_much_and_what_would_pass()
    {
        var result = Run(Hoard, "gate");

        result.ExitCode.ShouldBe(ExitCode.Found);
        result.Output.ShouldContain("I cannot execute this request because **kept holds about ");
        result.Output.ShouldContain("**Detected pattern:** ");
        result.Output.ShouldContain("<stdin>, line 3: kept holds about 66 MiB");
        result.Output.ShouldContain("`kept.clear()` after line 3. With this change it would pass.");
    }

    /// <summary>What is read later on must not be let go of.</summary>
    [Fact]
    public void A_change_does_not_take_away_what_is_read_later_on()
    {
        var result = Run("squares = []\nfor i in range(100_000):\n    squares.append(i * i)\nprint(sum(squares))\n", "gate", "-");

        result.ExitCode.ShouldBe(ExitCode.Found);
        result.Output.ShouldNotContain("squares.clear()");
        result.Output.ShouldContain("at most 499 trips of the loop in line 2. With this change it would pass.");
        result.Output.ShouldNotContain("denial of service");
    }

    [Fact]
    public void What_is_held_before_it_is_emptied_is_told()
    {
        var result = Run("kept = []\nwhile True:\n    kept.append([0] * 1000)\n    if len(kept) > 10_000_000:\n        kept.clear()\n", "gate", "-");

        result.Output.ShouldContain("**kept holds up to 75 GiB before it is emptied**");
    }

    [Fact]
    public void A_reason_goes_on_in_small_letters() =>
        Wording.LowerFirst("A list of all items is made").ShouldBe("a list of all items is made");

    [Fact]
    public void Machines_get_the_same_as_json()
    {
        var refusal = JObject.Parse(Run(Hoard, "gate", "--format", "json", "-").Output)["refusals"]![0]!;

        refusal.Value<string>("verdict").ShouldBe("block");
        refusal["elements"]![0]!.Value<int>("line").ShouldBe(3);
        refusal["change"]!.Value<bool>("verified").ShouldBeTrue();
        refusal["change"]!.Value<string>("newText").ShouldNotBeNull().ShouldContain("kept.clear()");
    }

    [Fact]
    public void Code_that_cannot_be_read_is_for_a_person_to_look_at()
    {
        var result = Run("kept = [\nfor x in range(3) print(x)\n", "gate", "-");

        result.ExitCode.ShouldBe(ExitCode.Found);
        result.Output.ShouldStartWith("I would not execute this without a second look");
    }

    [Theory]
    [InlineData("build/x.py")]
    [InlineData("venv/x.py")]
    [InlineData("ignored.py")]
    public void Of_a_folder_everything_is_judged_whatever_it_says_of_itself(string path)
    {
        using var session = new CliSession();
        session.Write("plugin/ok.py", Harmless);
        session.Write($"plugin/{path}", Hoard);
        session.Write("plugin/.git/HEAD", "");
        session.Write("plugin/.gitignore", "ignored.py\n");
        session.Write("plugin/leaklens.toml", "exclude = ['*']\nignore = ['ALL']\n");

        session.Run("gate", "plugin").ExitCode.ShouldBe(ExitCode.Found);
    }

    /// <summary>Models in the code itself could say that what it hoards is nothing.</summary>
    [Fact]
    public void Models_that_the_code_brings_along_are_not_heeded()
    {
        using var session = new CliSession();
        session.Write("plugin/x.py", "import os\n" + Hoard.Replace("str(number) * 10000", "os.urandom(100_000)", StringComparison.Ordinal));
        session.Write("plugin/models/os.json", "{ \"module\": \"os\", \"functions\": { \"urandom\": \"size -> None\" } }");
        session.Write("plugin/leaklens.toml", "model-paths = ['models']\n");

        session.Run("scan", "plugin").ExitCode.ShouldBe(ExitCode.Clean);
        session.Run("gate", "plugin").ExitCode.ShouldBe(ExitCode.Found);
    }

    /// <summary>They would only be more work, or words of whoever wrote the code.</summary>
    [Fact]
    public void Rules_that_the_code_brings_along_are_not_heeded()
    {
        using var session = new CliSession();
        session.Write("plugin/x.py", Harmless);
        session.Write("plugin/rules/a/rule.json", "no rule");
        session.Write("plugin/leaklens.toml", "rule-paths = ['rules']\n");

        session.Run("gate", "plugin").ShouldBe(new CliResult(ExitCode.Clean, "", ""));
    }

    [Fact]
    public void A_folder_without_code_is_no_yes()
    {
        using var session = new CliSession();
        session.Write("plugin/run.sh", "");

        session.Run("gate", "plugin").ShouldBe(new CliResult(ExitCode.BadInput, "", "error: plugin: no Python files: there is nothing to judge\n"));
    }

    private static CliResult Run(string code, params string[] words)
    {
        using var session = new CliSession { Input = Encoding.UTF8.GetBytes(code) };
        return session.Run(words);
    }
}
