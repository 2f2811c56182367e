using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>
/// A whole tutorial on secure execution, as one program: what is wrong in it is found, as the table of coverage lists it, and its good parts are silent.
/// Notes stand as <c># note: LL513</c>.
/// </summary>
public sealed class TutorialTests
{
    private static readonly string File = RepositoryFolder.Combine("tests", "LeakLens.Workspace.Tests", "Rules", "Tutorial", "tutorial.py");

    [Fact]
    public void Its_findings_are_those_of_the_table()
    {
        var text = SourceText.From(System.IO.File.ReadAllText(File));
        var catalogue = RuleCatalogue.BuiltIn;
        var result = Analyzer.Analyze(text, new AnalysisOptions(catalogue.FindProfile(RuleCatalogue.DefaultProfile)!.Apply(catalogue.Rules)));

        result.Tree.Errors.ShouldBeEmpty();
        result.Findings.Select(finding => $"{text.Lines.GetLine(finding.Span.Start) + 1} {(finding.Level is FindingLevel.Note ? "note" : "expect")}: {finding.Rule.Id}").ShouldBe(Expected());
    }

    private static IEnumerable<string> Expected()
    {
        var number = 0;
        foreach (var line in System.IO.File.ReadLines(File))
        {
            number++;
            foreach (var kind in new[] { "note", "expect" })
            {
                if (line.Split($"# {kind}: ") is [_, var rules])
                {
                    foreach (var rule in rules.Split(", "))
                    {
                        yield return $"{number} {kind}: {rule.Trim()}";
                    }
                }
            }
        }
    }
}
