using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Cli;

/// <summary>Configuration files steer a scan, options override them, and `config --show` says what is in force.</summary>
public sealed class ConfigTests : IDisposable
{
    private const string Leak = "kept = []\nfor i in range(20_000):\n    kept.append([i] * 100)\n";

    private readonly CliSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_file_sets_the_level_and_the_format()
    {
        _session.Write("app.py", Leak);
        _session.Write("pyproject.toml", "[tool.leaklens]\noutput-format = 'json'\nrules = { LL101 = 'note' }\n");
        var result = _session.Run("scan");

        JObject.Parse(result.Output).SelectToken("findings[0].level")!.Value<string>().ShouldBe("note");
        result.ExitCode.ShouldBe(0);
        _session.Run("scan", "--format", "text").Output.ShouldStartWith("note[LL101]");
    }

    [Fact]
    public void What_is_not_heeded_is_told()
    {
        _session.Write("app.py", "x = 1\n");
        _session.Write("rules/mine/README.md", "");
        _session.Write("leaklens.toml", "\nrule-paths = ['rules']\n");
        const string note = "warning: leaklens.toml:2:1: 'rule-paths' has no effect: no folder in it has a rule.json\n";

        foreach (var words in (string[][])[["scan"], ["fix"], ["config", "--show", "app.py"]])
        {
            var result = _session.Run(words);
            result.Error.ShouldContain(note);
            result.ExitCode.ShouldBe(0);
        }

        _session.Run("scan", "--quiet").Error.ShouldBeEmpty();
        _session.Run("scan", "--isolated").Error.ShouldBeEmpty();
    }

    [Fact]
    public void Each_folder_goes_by_the_nearest_file()
    {
        _session.Write("app.py", Leak);
        _session.Write("sub/app.py", Leak);
        _session.Write("sub/leaklens.toml", "ignore = ['LL1']\n");

        Findings("scan", "--format", "json").ShouldBe(["app.py"]);
        Findings("scan", "--format", "json", "--isolated").ShouldBe(["app.py", "sub/app.py"]);
        Findings("scan", "--format", "json", "--config", "sub/leaklens.toml").ShouldBeEmpty();
        Findings("scan", "--format", "json", "--select", "LL101").ShouldBe(["app.py", "sub/app.py"]);
        Findings("scan", "--format", "json", "--ignore", "loop-accumulation").ShouldBeEmpty();
    }

    [Fact]
    public void A_text_from_standard_input_goes_by_the_file_of_its_name()
    {
        _session.Write("sub/leaklens.toml", "ignore = ['LL1']\n");
        _session.Input = System.Text.Encoding.UTF8.GetBytes(Leak);

        Findings("scan", "-", "--format", "json").ShouldBe(["<stdin>"]);
        Findings("scan", "-", "--format", "json", "--stdin-filename", "sub/app.py").ShouldBeEmpty();
    }

    [Fact]
    public void A_text_from_standard_input_is_left_out_as_its_file_would_be()
    {
        _session.Write("leaklens.toml", "exclude = ['old']\n");
        _session.Input = System.Text.Encoding.UTF8.GetBytes(Leak);

        Findings("scan", "-", "--format", "json", "--stdin-filename", "old/app.py").ShouldBe(["old/app.py"]);
        Findings("scan", "-", "--format", "json", "--stdin-filename", "old/app.py", "--force-exclude").ShouldBeEmpty();
        Findings("scan", "-", "--format", "json", "--force-exclude").ShouldBe(["<stdin>"]);
    }

    [Fact]
    public void The_bytes_are_those_of_the_version_that_is_meant()
    {
        _session.Write("app.py", "kept = []\nfor i in range(100_000):\n    kept.append(str(i) * 100)\n");
        var old = Peak();

        Peak("--target-version", "3.12").ShouldBeInRange(old - (9 * 100_000), old - (7 * 100_000)); // a str has no wchar_t* any more
        _session.Write("leaklens.toml", "target-version = 'py312'\n");
        Peak().ShouldBe(Peak("--target-version", "py312"));
        Peak("--target-version", "3.11").ShouldBe(old);
        _session.Write("leaklens.toml", "target-version = '2.7'\n");
        _session.Run("scan").Error.ShouldStartWith("error: leaklens.toml:1:18: 'target-version' takes one of \"3.11\", ");

        long Peak(params string[] options) => Newtonsoft.Json.Linq.JObject.Parse(_session.Run(["scan", "--format", "json", "--cache-dir", "cache", .. options]).Output)["findings"]![0]!["estimate"]!.Value<long>("peakBytes");
    }

    [Fact]
    public void Errors_of_a_file_are_all_named_and_nothing_is_scanned()
    {
        _session.Write("app.py", Leak);
        _session.Write("leaklens.toml", "profle = 'strict'\nselect = ['LL999']\n");

        _session.Run("scan").ShouldBe(new CliResult(2, "",
            "error: leaklens.toml:1:1: there is no key 'profle' (did you mean 'profile'?)\nerror: leaklens.toml:2:11: there is no rule 'LL999'; `leaklens rules` lists them all\n"));
    }

    [Theory]
    [InlineData("scan --config missing.toml", "there is no configuration file missing.toml")]
    [InlineData("scan --config a.toml --isolated", "--config and --isolated contradict each other")]
    [InlineData("scan --profile nice", "--profile takes balanced, lenient or strict, not 'nice'")]
    [InlineData("config", "`config` has one form: `leaklens config --show FILE`")]
    public void Wrong_usage_is_named(string words, string expected)
    {
        _session.Write("a.toml", "");

        _session.Run(words.Split(' ')).ShouldBe(new CliResult(2, "", $"error: {expected}\n"));
    }

    [Fact]
    public void What_is_in_force_is_printed_with_where_it_comes_from()
    {
        _session.Write("pyproject.toml", "[tool.leaklens]\nprofile = 'strict'\nthresholds.LL101.warning-bytes = '2 MiB'\nper-file-ignores.'tests/**' = ['ALL']\n");
        var result = _session.Run("config", "--show", "tests/app.py", "--ignore", "LL101");

        result.ExitCode.ShouldBe(0);
        Lines(result.Output).ShouldContain("# In force for tests/app.py");
        Lines(result.Output).ShouldContain("profile = \"strict\" # pyproject.toml:2:1");
        Lines(result.Output).ShouldContain("per-file-ignores = { \"tests/**\" = [\"ALL\"] } # pyproject.toml:4:1");
        Lines(_session.Run("config", "--show", "app.py").Output).ShouldContain("warning-bytes = \"2 MiB\" # pyproject.toml:3:18");
        Lines(result.Output).ShouldContain("# LL101 loop-accumulation off (--ignore)");
    }

    [Fact]
    public void What_is_printed_is_a_configuration_file_that_says_the_same()
    {
        _session.Write("base/leaklens.toml", "profile = 'strict'\nthresholds.LL101.warning-bytes = '2 MiB'\nrules.LL101 = 'note'\nfixable = ['LL1']\nper-file-ignores = { '!a\\u202eb' = ['LL1'] }\nextend-exclude = ['*.txt']\n");
        var printed = _session.Run("config", "--show", "base/app.py").Output;
        _session.Write("again/leaklens.toml", printed);

        printed.ShouldNotContain('\u202e');
        var again = _session.Run("config", "--show", "again/app.py");
        again.ExitCode.ShouldBe(0, again.Error);
        Values(again.Output).ShouldBe(Values(printed));
    }

    [Fact]
    public void What_is_in_force_is_printed_for_machines()
    {
        _session.Write("leaklens.toml", "exclude = ['old']\nthresholds = { LL101 = { warning-bytes = 5 } }\n");
        var json = JObject.Parse(_session.Run("config", "--show", "old/app.py", "--format", "json").Output);

        json.SelectToken("excludedBy.pattern")!.Value<string>().ShouldBe("old");
        json.SelectToken("settings.profile.origin.source")!.Value<string>().ShouldBe("default");
        var threshold = json.SelectToken("$.rules[?(@.id == 'LL101')].thresholds.warning-bytes")!;
        threshold.ToString(Newtonsoft.Json.Formatting.None).ShouldBe("{\"value\":5.0,\"origin\":{\"source\":\"leaklens.toml\",\"line\":2,\"column\":26}}");
    }

    private IEnumerable<string?> Findings(params string[] words) => JObject.Parse(_session.Run(words).Output)["findings"]!.Select(finding => finding.Value<string>("path"));

    private static IEnumerable<string> Lines(string output) => output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static IEnumerable<string> Values(string output) => output.Split('\n').Where(line => !line.StartsWith('#')).Select(line => line.Split("  # ")[0].TrimEnd());
}
