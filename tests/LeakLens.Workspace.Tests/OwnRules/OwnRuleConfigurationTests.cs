using LeakLens.Engine.Findings;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Reports.Sarif;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.OwnRules;

/// <summary>Rules of a project's own are rules like any other: named, switched, suppressed, kept in the cache.</summary>
public sealed class OwnRuleConfigurationTests : IDisposable
{
    private const string Leak = "kept = []\nfor i in range(2000):\n    kept.append(i)\n";
    private const string Growth = "\"fact\": \"growth\"";

    private readonly RuleProject _project = new();

    public OwnRuleConfigurationTests()
    {
        _project.Write("app.py", Leak);
        _project.WriteRule("APP001", Growth, "{name} grows", ", \"thresholds\": { \"times\": 1000 }");
    }

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("", true)]
    [InlineData("ignore = ['APP001']", false)]
    [InlineData("ignore = ['own-app001']", false)]
    [InlineData("ignore = ['APP']", false)]
    [InlineData("ignore = ['app0']", false)]
    [InlineData("ignore = ['ALL']", false)]
    [InlineData("ignore = ['LL']", true)]
    [InlineData("select = ['LL1']", false)]
    [InlineData("select = ['LL1']\nextend-select = ['APP']", true)]
    [InlineData("ignore = ['APP']\nextend-select = ['APP001']", true)]
    [InlineData("rules = { APP001 = 'off' }", false)]
    [InlineData("per-file-ignores = { 'app.py' = ['APP'] }", false)]
    [InlineData("per-file-ignores = { '!app.py' = ['ALL'] }", true)]
    [InlineData("thresholds = { APP001 = { times = '3000 times' } }", false)]
    [InlineData("thresholds = { own-app001 = { times = 2000 } }", true)]
    public void The_keys_that_name_rules_name_them(string more, bool isTold)
    {
        _project.Write("leaklens.toml", more + "\nrule-paths = ['rules']");

        _project.Told().ShouldBe(isTold ? ["app.py:3 APP001 kept grows"] : []);
    }

    [Theory]
    [InlineData("ignore = ['AP']", "there is no rule 'AP'")]
    [InlineData("ignore = ['APP9']", "there is no rule 'APP9'")]
    [InlineData("ignore = ['APP010']", "there is no rule 'APP010' (did you mean 'APP001'?)")]
    [InlineData("thresholds = { APP001 = { trips = 1 } }", "APP001 has no threshold 'trips'")]
    public void What_they_are_not_called_is_an_error(string more, string expected)
    {
        _project.Write("leaklens.toml", "rule-paths = ['rules']\n" + more);

        Errors().ShouldHaveSingleItem().Message.ShouldStartWith(expected);
    }

    [Fact]
    public void A_beginning_stands_for_the_rules_of_its_letters_alone()
    {
        _project.WriteRule("APPX001", Growth, "{name} is another's");
        _project.Write("leaklens.toml", "rule-paths = ['rules']\nselect = ['APP']");

        _project.Told().ShouldBe(["app.py:3 APP001 kept grows"]);
    }

    [Theory]
    [InlineData("LX001", true)]
    [InlineData("LL999", false)]
    [InlineData("llama-grows", true)]
    public void A_name_may_begin_with_the_letters_of_LeakLens(string name, bool expected) => RuleSelector.MayBeOwn(name).ShouldBe(expected);

    [Fact]
    public void The_configuration_sets_the_level()
    {
        Single().Level.ShouldBe(FindingLevel.Warning);
        _project.Write("leaklens.toml", "rule-paths = ['rules']\nrules = { APP001 = 'note' }");
        Single().Level.ShouldBe(FindingLevel.Note);
    }

    [Theory]
    [InlineData(true, "APP001", false)]
    [InlineData(true, "own-app001", false)]
    [InlineData(true, "LL999", true)]
    [InlineData(false, "APP001", false)]
    [InlineData(false, "APP002", true)]
    public void Who_leaves_the_configuration_aside_does_not_know_what_a_comment_was_for(bool isIsolated, string name, bool isUnknown)
    {
        _project.Write("app.py", $"x = 1  # leaklens: ignore[{name}]\n");
        var source = isIsolated ? ConfigurationSource.Isolated(_project.Path) : ConfigurationSource.Nearest(_project.Path);
        var configurations = new ConfigurationProvider(source);

        var report = Scanner.Scan(new ScanRequest(FileDiscovery.Find(["."], configurations, _project.Path), RuleCatalogue.BuiltIn.RuleSet, 1) { Configurations = configurations });

        report.Files.Single().Findings.Any(static finding => finding.Rule.Id is "LL002").ShouldBe(isUnknown);
    }

    [Fact]
    public void A_file_that_is_named_from_elsewhere_means_the_working_folder()
    {
        _project.WriteRule("APP001", Growth + ", \"path\": \"app.py\"", "{name} grows");
        var shared = _project.Write("ci/shared.toml", "rule-paths = ['../rules']");
        var own = _project.Write("own.toml", "rule-paths = ['rules']");
        var file = Path.Combine(_project.Path, "app.py");

        foreach (var (named, working) in new[] { (shared, _project.Path), (own, _project.Path), (own, Path.Combine(_project.Path, "ci")) })
        {
            new ConfigurationProvider(new ConfigurationSource(working, named, IsIsolated: false, new ConfigurationLayer())).ForFile(file).RulesFor(file).Contracts.Length.ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("# leaklens: ignore[APP001]  # it ends")]
    [InlineData("# leaklens: ignore[own-app001]  # it ends")]
    [InlineData("# noqa: APP001")]
    public void Comments_accept_its_findings(string comment)
    {
        _project.Write("app.py", Leak.TrimEnd() + "  " + comment + "\n");
        var file = _project.Scan().Files.Single();

        file.Findings.ShouldNotContain(static finding => RuleProject.IsOwn(finding));
        file.Findings.ShouldNotContain(static finding => finding.Rule.Family == "suppressions");
        file.Suppressed.ShouldContain(static finding => RuleProject.IsOwn(finding));
    }

    [Fact]
    public void A_comment_that_accepts_nothing_is_told_as_for_any_other_rule()
    {
        _project.Write("app.py", "x = 1  # leaklens: ignore[APP001]  # why\ny = 2  # leaklens: ignore[APP002]  # why\n");

        _project.Scan().Files.Single().Findings.Select(static finding => finding.Rule.Name).ShouldBe(["unused-suppression", "unknown-suppression"]);
    }

    [Fact]
    public void The_text_of_a_rule_is_part_of_what_a_result_is_kept_under()
    {
        _project.Scan(out var hits).Files.Single().Findings.Where(RuleProject.IsOwn).ShouldHaveSingleItem();
        hits.ShouldBe(0);
        _project.Scan(out hits).Files.Single().Findings.Where(RuleProject.IsOwn).ShouldHaveSingleItem().Message.ShouldBe("kept grows");
        hits.ShouldBe(1);

        _project.WriteRule("APP001", Growth, "{name} grows and grows", ", \"thresholds\": { \"times\": 1000 }");
        Single(out hits).Message.ShouldBe("kept grows and grows");
        hits.ShouldBe(0);

        _project.WriteRule("APP001", "\"fact\": \"growth\", \"in\": \"other\"", "{name} grows");
        _project.Scan(out hits).Files.Single().Findings.ShouldNotContain(static finding => RuleProject.IsOwn(finding));
        hits.ShouldBe(0);
    }

    [Fact]
    public void A_base_brings_rules_along_and_names_them_and_so_may_who_builds_on_it()
    {
        _project.Write("base/leaklens.toml", "rule-paths = ['rules']\nignore = ['APP001']");
        _project.WriteRule("APP001", Growth, "{name} of base", below: "base/");
        _project.WriteRule("APP002", Growth, "second", below: "base/");
        _project.Write("leaklens.toml", "extend = 'base/leaklens.toml'\nextend-select = ['APP001']\nrules = { APP002 = 'off' }");

        _project.Told().ShouldBe(["app.py:3 APP001 kept of base"]);
    }

    [Fact]
    public void Rules_that_many_projects_build_on_mean_the_paths_of_each()
    {
        _project.Write("shared/leaklens.toml", "rule-paths = ['rules']");
        _project.WriteRule("ORG001", Growth + ", \"path\": \"jobs/*\"", "in jobs", below: "shared/");
        _project.WriteRule("ORG002", Growth + ", \"in\": \"app\"", "in app", below: "shared/");
        _project.Write("one/leaklens.toml", "extend = '../shared/leaklens.toml'");
        _project.Write("one/jobs/a.py", Leak);
        _project.Write("one/src/app/b.py", Leak);
        _project.Write("one/c.py", Leak);

        _project.Told().ShouldBe(["app.py:3 APP001 kept grows", "one/jobs/a.py:3 ORG001 in jobs", "one/src/app/b.py:3 ORG002 in app"]);
    }

    [Fact]
    public void Who_names_folders_of_his_own_has_those_rules_and_not_those_of_the_base()
    {
        _project.Write("base/leaklens.toml", "rule-paths = ['rules']\nselect = ['APP005', 'ALL']");
        _project.WriteRule("APP005", Growth, "of base", below: "base/");
        _project.Write("leaklens.toml", "extend = 'base/leaklens.toml'\nrule-paths = ['rules']");
        _project.Told().ShouldBe(["app.py:3 APP001 kept grows"]);

        _project.Write("leaklens.toml", "extend = 'base/leaklens.toml'\nrule-paths = []");
        _project.Told().ShouldBeEmpty();
        Errors("extend = 'base/leaklens.toml'\nrule-paths = []\nignore = ['APP005']").ShouldHaveSingleItem().Message.ShouldStartWith("there is no rule 'APP005'");
    }

    [Fact]
    public void Thresholds_of_a_base_are_not_those_of_another_rule_of_the_same_id()
    {
        _project.Write("leaklens.toml", "rule-paths = ['rules']\nthresholds = { APP001 = { times = 5000 } }");
        _project.Write("sub/leaklens.toml", "extend = '../leaklens.toml'\nrule-paths = ['rules']");
        _project.WriteRule("APP001", Growth, "{name} is forbidden", below: "sub/");
        _project.Write("sub/app.py", Leak);

        _project.Told().ShouldBe(["sub/app.py:3 APP001 kept is forbidden"]);
    }

    [Fact]
    public void A_link_to_a_large_file_is_as_large_as_that()
    {
        var large = _project.Write("large.json", new string(' ', 70_000) + "{}");
        Directory.CreateDirectory(Path.Combine(_project.Path, "rules", "linked"));
        File.CreateSymbolicLink(Path.Combine(_project.Path, "rules", "linked", "rule.json"), large);

        Errors().ShouldHaveSingleItem().Message.ShouldBe("linked/rule.json of 'rule-paths' cannot be read: larger than 64 KiB");
    }

    [Fact]
    public void Mistakes_have_their_place_in_the_rule_and_no_name_is_blamed_for_them()
    {
        var file = _project.Write("rules/APP001/rule.json", "{\n  \"id\": \"APP001\",\n  \"when\": {} }");
        _project.Write("leaklens.toml", "rule-paths = ['rules']\nselect = ['APP001', 'LL999']\nthresholds = { APP001 = { times = 1 } }");
        var errors = Errors();

        errors.Where(error => error.File == file).Select(static error => (error.Line, error.Column, error.Message.Split(':')[0])).ShouldBe([(1, 1, "'name' is missing"), (1, 1, "'summary' is missing"), (3, 11, "'fact' is missing")]);
        errors.Where(error => error.File != file).ShouldHaveSingleItem().Message.ShouldStartWith("there is no rule 'LL999'");
    }

    [Fact]
    public void Mistakes_of_a_base_and_of_who_builds_on_it_are_told_together()
    {
        _project.Write("base.toml", "profle = 'strict'");
        var errors = Errors("extend = 'base.toml'\nselect = ['OWN001']\nprofile = 'nice'");

        errors.Select(error => (System.IO.Path.GetFileName(error.File), error.Line)).ShouldBe([("leaklens.toml", 3), ("base.toml", 1)]);
    }

    [Fact]
    public void What_cannot_be_read_or_is_too_much_is_told_at_the_key()
    {
        Errors("rule-paths = ['none']").ShouldHaveSingleItem().Message.ShouldBe("there is no folder none");
        Errors("rule-paths = ['rules/APP001']").ShouldHaveSingleItem().Message.ShouldBe("'rule-paths' names the folder around those of the rules: APP001 has a rule.json itself");

        _project.Write("large/a/rule.json", new string(' ', (64 * 1024) + 1));
        Errors("rule-paths = ['large']").ShouldHaveSingleItem().Message.ShouldBe("a/rule.json of 'rule-paths' cannot be read: larger than 64 KiB");
        for (var number = 0; number <= 200; number++)
        {
            _project.WriteRule($"MANY{number:000}", Growth, "m", below: "many/");
        }

        var error = Errors("\nrule-paths = ['many/rules']").ShouldHaveSingleItem();
        (error.Line, error.Column, error.Message).ShouldBe((2, 1, "'rule-paths' has more than 200 rules"));
    }

    [Fact]
    public void Folders_without_a_rule_are_none()
    {
        _project.Write("empty/notes/README.md", "");
        _project.Write("leaklens.toml", "\nrule-paths = ['empty']");
        var configuration = _project.Configure();

        configuration.Catalogue.ShouldBeSameAs(RuleCatalogue.BuiltIn);
        configuration.Notes.ShouldBe([$"{_project.Path[1..]}/leaklens.toml:2:1: 'rule-paths' has no effect: no folder in it has a rule.json".Replace(_project.Path[1..] + "/", "", StringComparison.Ordinal)]);
    }

    [Fact]
    public void One_id_may_stand_for_two_rules_of_two_projects_in_one_report()
    {
        _project.Write("other/leaklens.toml", "rule-paths = ['rules']");
        _project.WriteRule("APP001", Growth, "{name} of the other", below: "other/");
        _project.Write("other/app.py", Leak);
        using var output = new StringWriter();
        SarifReport.Write(output, _project.Scan(), new ReportContext("0.0.0", _project.Path));
        var run = JObject.Parse(output.ToString())["runs"]![0]!;

        var results = run["results"]!.Where(static result => result.Value<string>("ruleId") == "APP001").ToList();
        results.Select(static result => result["message"]!.Value<string>("text")).ShouldBe(["kept grows.", "kept of the other."]);
        var rules = results.Select(result => run["tool"]!["driver"]!["rules"]![result.Value<int>("ruleIndex")]!).ToList();
        rules.Select(static rule => rule.Value<string>("id")).ShouldBe(["APP001", "APP001"]);
        rules[0]["help"]!.Value<string>("markdown").ShouldNotBe(rules[1]["help"]!.Value<string>("markdown"));
    }

    private Finding Single() => Single(out _);

    private Finding Single(out int hits) => _project.Scan(out hits).Files.Single().Findings.Single(RuleProject.IsOwn);

    private System.Collections.Immutable.ImmutableArray<ConfigurationError> Errors(string? configuration = null)
    {
        if (configuration is not null)
        {
            _project.Write("leaklens.toml", configuration);
        }

        return Should.Throw<ConfigurationException>(() => _project.Configure()).Errors;
    }
}
