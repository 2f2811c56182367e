using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Cli;

public sealed class HelpTests : IDisposable
{
    private readonly CliSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("--version")]
    [InlineData("-V")]
    public void The_version_is_one_line(string option)
    {
        var result = _session.Run(option);

        Regex.IsMatch(result.Output, @"^leaklens \d+\.\d+\.\d+\n$", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue(result.Output);
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void The_help_lists_every_command_and_each_has_help_of_its_own()
    {
        var help = _session.Run("--help");
        var commands = help.Output.Split("Commands:\n")[1].Split("\n\n")[0].Split('\n').Select(line => line.Trim().Split(' ')[0]).ToArray();

        help.ExitCode.ShouldBe(0);
        commands.ShouldContain("scan");
        foreach (var command in commands)
        {
            _session.Run(command, "--help").Output.ShouldContain($"Usage: leaklens {command}");
        }
    }

    [Fact]
    public void No_line_of_help_is_wider_than_a_terminal()
    {
        foreach (var command in (string[])["", "scan", "fix", "explain", "rules", "facts", "config", "syntax", "lsp", "suppressions", "completion"])
        {
            var help = command.Length == 0 ? _session.Run("-h") : _session.Run(command, "-h");
            help.Output.Split('\n').ShouldAllBe(line => line.Length <= 110);
        }
    }

    [Fact]
    public void The_rules_are_listed_one_a_line()
    {
        var result = _session.Run("rules");

        result.Output.Split('\n')[0].ShouldStartWith("LL001  unused-suppression");
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void The_rules_are_listed_as_json()
    {
        var rules = Newtonsoft.Json.Linq.JArray.Parse(_session.Run("rules", "--format", "json").Output);

        rules[0].Value<string>("id").ShouldBe("LL001");
        rules.First(rule => rule.Value<string>("id") == "LL101")["thresholds"]!.Value<long>("warning-bytes").ShouldBe(1 << 20);
    }

    [Theory]
    [InlineData("LL101")]
    [InlineData("loop-accumulation")]
    public void A_rule_is_explained_by_its_page(string name)
    {
        var result = _session.Run("explain", name);

        result.Output.ShouldStartWith("# LL101: loop-accumulation\n\n## What it does\n");
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void On_a_terminal_the_page_is_rendered()
    {
        _session.IsTerminal = true;
        var page = _session.Run("explain", "LL101").Output;

        page.ShouldStartWith("\e[1;4mLL101: loop-accumulation\e[0m\n");
        page.ShouldNotContain("```");
        page.ShouldContain("\e[33mtracemalloc\e[0m");
    }

    [Fact]
    public void A_rule_is_explained_by_what_another_tool_calls_it() => _session.Run("explain", "b019").ShouldBe(_session.Run("explain", "LL402"));

    [Fact]
    public void The_word_help_shows_help()
    {
        _session.Run("help").ShouldBe(_session.Run("--help"));
        _session.Run("help", "scan").ShouldBe(_session.Run("scan", "--help"));
        _session.Run("scan", "--help").Output.ShouldContain("  --format, --output-format NAME[=FILE]  ");
    }

    [Fact]
    public void Rules_name_what_other_tools_call_them() =>
        JArray.Parse(_session.Run("rules", "--format", "json").Output).First(static rule => rule.Value<string>("id") == "LL402")["aliases"]!.Values<string>().ShouldContain("B019");
}
