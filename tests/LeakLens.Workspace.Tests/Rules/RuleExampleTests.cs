using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>The examples of a rule are run, and LeakLens finds in them what they say, no more and no less.</summary>
public sealed class RuleExampleTests
{
    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void Bad_functions_expect_the_rule_and_ok_functions_expect_nothing(string name)
    {
        var folder = new RuleFolder(name);
        var functions = ExpectationFile.Read(folder.GetPath("bad.py")).Functions();
        var bad = functions.Where(function => function.Name.EndsWith("_bad", StringComparison.Ordinal)).ToArray();
        var ok = functions.Where(function => function.Name.EndsWith("_ok", StringComparison.Ordinal)).ToArray();

        (bad.Length + ok.Length).ShouldBe(functions.Count, "every function ends in _bad or _ok");
        bad.Length.ShouldBeGreaterThanOrEqualTo(6);
        ok.Length.ShouldBeGreaterThanOrEqualTo(6);
        bad.ShouldAllBe(function => function.Rules.Contains(folder.Id));
        ok.ShouldAllBe(function => function.Rules.Count == 0);
    }

    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void Findings_are_exactly_those_that_are_expected(string name)
    {
        var path = new RuleFolder(name).GetPath("bad.py");
        var text = SourceText.From(File.ReadAllText(path));
        var result = Analyzer.Analyze(text, new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet));

        result.Tree.Errors.ShouldBeEmpty();
        result.Findings.Select(finding => $"{text.Lines.GetLine(finding.Span.Start) + 1}: {finding.Rule.Id}").ShouldBe(ExpectationFile.Read(path).Expectations);
    }
}
