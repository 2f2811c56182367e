using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>How loud the rules about lifetimes are, where their examples do not say it.</summary>
public sealed class LifetimeRuleTests
{
    private const string Line = "import os\n\nclass Line:\n    def __init__(self, path):\n        self.number = os.open(path, os.O_RDWR)\n\n";

    [Theory]
    [InlineData(Line + "    def __del__(self):\n        os.close(self.number)\n", FindingLevel.Note)]
    [InlineData(Line + "    def __del__(self):\n        if self.number < 0:\n            raise ValueError\n", FindingLevel.Warning)]
    public void Finalizers(string code, FindingLevel? expected) => LevelOf("LL404", code).ShouldBe(expected);

    private static FindingLevel? LevelOf(string rule, string text) =>
        Analyzer.Analyze(SourceText.From(text), new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet)).Findings.FirstOrDefault(finding => finding.Rule.Id == rule)?.Level;
}
