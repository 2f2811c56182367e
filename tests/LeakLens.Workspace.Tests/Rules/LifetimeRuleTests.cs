using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>How loud the rules about lifetimes are, where their examples do not say it.</summary>
public sealed class LifetimeRuleTests
{
    private const string Line = "import os\n\nclass Line:\n    def __init__(self, path):\n        self.number = os.open(path, os.O_RDWR)\n\n";

    private const string Manager = "import contextlib\nimport os\n\n@contextlib.contextmanager\ndef inside(path):\n    before = os.getcwd()\n    os.chdir(path)\n    yield\n    os.chdir(before)\n";

    [Theory]
    [InlineData(Line + "    def __del__(self):\n        os.close(self.number)\n", FindingLevel.Note)]
    [InlineData("import os\n\nclass Line:\n    def __del__(self):\n        if self.number < 0:\n            raise ValueError\n        os.close(self.number)\n", FindingLevel.Warning)]
    [InlineData(Line + "    def __del__(self):\n        if self.number < 0:\n            raise ValueError\n        if self.number > 9:\n            raise ValueError(str(self.number))\n", FindingLevel.Note)]
    [InlineData("class Line:\n    def __del__(self):\n        raise ValueError\n", FindingLevel.Note)]
    public void Finalizers(string code, FindingLevel? expected) => LevelOf("LL404", code).ShouldBe(expected);

    [Theory]
    [InlineData("", FindingLevel.Warning)]
    [InlineData("\nwith inside('a'):\n    print(os.listdir())\n", FindingLevel.Note)]
    [InlineData("\ndef work(queue):\n    while True:\n        with inside(queue.get()):\n            print(os.listdir())\n", FindingLevel.Warning)]
    public void Cleanup(string use, FindingLevel? expected) => LevelOf("LL209", Manager + use).ShouldBe(expected);

    private static FindingLevel? LevelOf(string rule, string text) =>
        Analyzer.Analyze(SourceText.From(text), new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet)).Findings.FirstOrDefault(finding => finding.Rule.Id == rule)?.Level;
}
