using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>The examples of a rule are run, and LeakLens finds in them what they say, no more and no less.</summary>
public sealed class RuleExampleTests
{
    private const int FewestOfEach = 4;

    /// <summary>The examples of every rule, once in the profile for people and once in the one for gates.</summary>
    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (var folder in RuleFolder.All())
        {
            examples.Add(folder.Name, RuleCatalogue.DefaultProfile);
            examples.Add(folder.Name, RuleCatalogue.StrictProfile);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void Bad_functions_expect_the_rule_and_ok_functions_expect_nothing(string name)
    {
        var folder = new RuleFolder(name);
        var functions = ExpectationFile.Read(folder.GetPath(folder.ExampleFile)).Functions();
        var bad = functions.Where(function => EndsIn(function.Name, "_bad", "Bad")).ToArray();
        var ok = functions.Where(function => EndsIn(function.Name, "_ok", "Ok")).ToArray();

        bad.Length.ShouldBeGreaterThanOrEqualTo(FewestOfEach);
        ok.Length.ShouldBeGreaterThanOrEqualTo(FewestOfEach);
        bad.Where(function => !IsKnownWrong(function.Name)).ShouldAllBe(function => function.Rules.Contains(folder.Id) || function.StrictRules.Contains(folder.Id));
        ok.Where(function => !IsKnownWrong(function.Name)).ShouldAllBe(function => function.Rules.Count == 0);

        // A known wrong answer that became right has to lose its prefix.
        functions.Where(function => function.Name.StartsWith("FN_", StringComparison.Ordinal)).ShouldAllBe(function => !function.Rules.Contains(folder.Id));
        functions.Where(function => function.Name.StartsWith("FP_", StringComparison.Ordinal)).ShouldAllBe(function => function.Rules.Count + function.StrictRules.Count > 0);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Findings_are_exactly_those_that_are_expected(string name, string profile)
    {
        var folder = new RuleFolder(name);
        var path = folder.GetPath(folder.ExampleFile);
        var text = SourceText.From(File.ReadAllText(path));
        var result = Analyzer.Analyze(text, folder.Options(profile));

        result.Tree.Errors.ShouldBeEmpty();
        result.Findings.Select(finding => $"{text.Lines.GetLine(finding.Span.Start) + 1}: {finding.Rule.Id}").ShouldBe(ExpectationFile.Read(path).ExpectationsIn(profile));
    }

    private static bool EndsIn(string name, string ofFunction, string ofClass) =>
        name.EndsWith(ofFunction, StringComparison.Ordinal) || name.EndsWith(ofClass, StringComparison.Ordinal);

    /// <summary>FP_ speaks where it should be silent, FN_ is silent where it should speak: the line says what is found today.</summary>
    private static bool IsKnownWrong(string name) => name.StartsWith("FP_", StringComparison.Ordinal) || name.StartsWith("FN_", StringComparison.Ordinal);
}
