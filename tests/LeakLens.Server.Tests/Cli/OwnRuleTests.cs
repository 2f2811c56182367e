using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Cli;

/// <summary>Rules of a project's own, from the command line: each command that names rules knows them.</summary>
public sealed class OwnRuleTests : IDisposable
{
    private const string Leak = "kept = []\nfor i in range(2000):\n    kept.append(i)\n";
    private const string Job = "numbers = list(range(3_000_000))\n";
    private const string Pool = "from acme import Pool\n\n\ndef use():\n    pool = Pool()\n    pool.run()\n";

    private readonly CliSession _session = new();

    public OwnRuleTests()
    {
        _session.Write("leaklens.toml", "rule-paths = ['rules']\nselect = ['APP']\n");
        WriteRule("APP001", "\"fact\": \"growth\"", "{name} grows {times} times");
        WriteRule("APP002", "\"fact\": \"peak\"", "{name} takes {bytes}", ", \"thresholds\": { \"peak-bytes\": 52428800 }");
        WriteRule("APP003", "\"fact\": \"resource\", \"made\": \"acme.Pool\", \"release\": \"close\"", "{name}: {why}", ", \"defaultLevel\": \"error\", \"advice\": \"Open it in a with statement\"");
    }

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData(Leak, "APP001", "own-app001", "warning", "kept grows 2,000 times")]
    [InlineData(Job, "APP002", "own-app002", "warning", "this expression takes 114 MiB")]
    [InlineData(Pool, "APP003", "own-app003", "error", "pool: nothing lets go of it")]
    public void Findings_are_in_JSON_and_in_SARIF_with_their_rule(string program, string id, string name, string level, string message)
    {
        _session.Write("app.py", program);
        var finding = JObject.Parse(_session.Run("scan", "--format", "json").Output)["findings"]!.ShouldHaveSingleItem();
        (finding.Value<string>("ruleId"), finding.Value<string>("rule"), finding.Value<string>("level"), finding.Value<string>("message")).ShouldBe((id, name, level, message));

        var run = JObject.Parse(_session.Run("scan", "--format", "sarif").Output)["runs"]![0]!;
        var result = run["results"]!.ShouldHaveSingleItem();
        (result.Value<string>("ruleId"), result.Value<string>("level"), result["message"]!.Value<string>("text")!.TrimEnd('.')).ShouldBe((id, level, message));
        var rule = run["tool"]!["driver"]!["rules"]!.ShouldHaveSingleItem();
        (rule.Value<string>("id"), rule["shortDescription"]!.Value<string>("text"), rule["defaultConfiguration"]!.Value<string>("level")).ShouldBe((id, $"Summary of {id}.", level));
        rule["help"]!.Value<string>("markdown").ShouldNotBeNull().ShouldStartWith($"# {id}: {name}\n");
    }

    [Fact]
    public void The_options_name_them_once_it_is_known_which_files_are_meant()
    {
        _session.Write("leaklens.toml", "");
        _session.Write("sub/leaklens.toml", "rule-paths = ['../rules']\n");
        _session.Write("sub/app.py", Leak);
        _session.Write("app.py", Leak);

        Ids("scan", "sub", "--select", "APP001").ShouldBe(["APP001"]);
        Ids("scan", ".", "--select", "own-app001,LL203").ShouldBe(["APP001"]);
        Ids("scan", "sub", "--select", "ALL").ShouldContain("APP001");
        Ids("scan", "sub", "--ignore", "APP,LL").ShouldBeEmpty();
        _session.Run("fix", "sub", "--select", "APP001").ExitCode.ShouldBe(0);
        _session.Run("config", "--show", "sub", "--select", "APP001").Output.ShouldContain("APP001  own-app001");
        const string unknown = "error: there is no rule 'APP001'; `leaklens rules` lists them all\n";
        foreach (var words in (string[][])[["scan", "app.py", "--select", "APP001"], ["scan", "sub", "--isolated", "--ignore", "APP001"], ["fix", "app.py", "--select", "APP001"], ["config", "--show", "app.py", "--ignore", "APP001"], ["suppressions", "app.py", "--ignore", "APP001"]])
        {
            _session.Run(words).ShouldBe(new CliResult(2, "", unknown), string.Join(' ', words));
        }
    }

    [Fact]
    public void They_are_listed_and_explained()
    {
        _session.Run("rules").Output.Split('\n').ShouldContain(line => line.StartsWith("APP003  own-app003 ", StringComparison.Ordinal) && line.Contains("  error  ", StringComparison.Ordinal));
        JArray.Parse(_session.Run("rules", "--format", "json").Output).ShouldContain(rule => rule.Value<string>("id") == "APP002" && rule["thresholds"]!.Value<double>("peak-bytes") == 52428800);

        var page = _session.Run("explain", "app003");
        page.ExitCode.ShouldBe(0);
        page.Output.ShouldBe("""
            # APP003: own-app003

            ## What it does

            Summary of APP003.

            ## What it forbids

            A resource of which all of this holds:

            - made by: acme.Pool
            - let go of by none of: close

            ## Use instead

            Open it in a with statement

            ## Whose rule it is

            The project's own: `rule-paths` of its configuration brings it along. Its findings are told as error, unless `rules` sets another level.

            """);
        _session.Run("explain", "APP009").Error.ShouldBe("error: there is no rule 'APP009' (did you mean 'APP001'?); `leaklens rules` lists them all\n");
    }

    [Fact]
    public void A_page_shows_what_is_written_and_does_nothing()
    {
        WriteRule("APP004", "\"fact\": \"growth\", \"path\": \"src/![x](http://evil.example)\"", "m", ", \"advice\": \"# <img src=x>\"");
        var page = _session.Run("explain", "APP004").Output;

        page.ShouldContain("\n\\# \\<img src=x\\>\n");
        page.ShouldContain("- in a file that matches: src/\\!\\[x\\](http\\://evil.example)\n");
    }

    [Fact]
    public void A_wrong_rule_is_told_with_its_place_and_nothing_is_scanned()
    {
        _session.Write("app.py", Leak);
        _session.Write("rules/APP001/rule.json", "{\n  \"id\": \"LL101\",\n  \"name\": \"own-rule\", \"summary\": \"s\", \"when\": { \"fact\": \"growth\" }, \"message\": \"m\" }");
        const string error = "error: rules/APP001/rule.json:2:9: ids that begin with LL are those of LeakLens\n";

        _session.Run("scan").ShouldBe(new CliResult(2, "", error));
        _session.Run("explain", "LL101").ExitCode.ShouldBe(0);
        var rules = _session.Run("rules");
        (rules.ExitCode, rules.Error).ShouldBe((0, error));
        rules.Output.ShouldStartWith("LL001  ");
    }

    [Fact]
    public void Suppressions_and_a_baseline_know_them()
    {
        _session.Write("app.py", Leak.TrimEnd() + "  # leaklens: ignore[own-app001]  # it ends\n");
        _session.Run("suppressions").Output.ShouldContain("own-app001");
        var finding = JObject.Parse(_session.Run("scan", "--format", "json").Output)["findings"]!.ShouldHaveSingleItem();
        finding["suppression"]!.Value<string>("justification").ShouldBe("it ends");

        _session.Write("app.py", Leak);
        _session.Run("scan", "--write-baseline", "baseline.json").ExitCode.ShouldBe(0);
        _session.Run("scan", "--baseline", "baseline.json").ExitCode.ShouldBe(0);
        _session.Run("scan").ExitCode.ShouldBe(1);
    }

    private void WriteRule(string id, string when, string message, string more = "") =>
        _session.Write($"rules/{id}/rule.json", $$"""{ "id": "{{id}}", "name": "own-{{id.ToLowerInvariant()}}", "summary": "Summary of {{id}}.", "when": { {{when}} }, "message": "{{message}}"{{more}} }""");

    private IEnumerable<string?> Ids(params string[] words) => JObject.Parse(_session.Run([.. words, "--format", "json"]).Output)["findings"]!.Select(static finding => finding.Value<string>("ruleId"));
}
