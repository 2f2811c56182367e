using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Workspace.Changes;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Changes;

public sealed class ChangedLinesTests
{
    private const string Old = "import os\n\nkept = []\n\nfor i in range(10_000):\n    kept.append([str(i)] * 400)\n\nprint(os)\n";

    [Theory]
    [InlineData(Old)]
    [InlineData("# new\n" + Old)]
    [InlineData(Old + "# new\n")]
    public void A_change_elsewhere_does_not_touch(string text) => IsTouched(Old, text).ShouldBeFalse();

    [Fact]
    public void A_change_of_any_line_that_explains_the_finding_touches()
    {
        IsTouched(Old, Old.Replace("str(i)", "repr(i)", StringComparison.Ordinal)).ShouldBeTrue();
        IsTouched(Old, Old.Replace("kept = []", "kept = list()", StringComparison.Ordinal)).ShouldBeTrue();
        IsTouched(Old, Old.Replace("10_000", "20_000", StringComparison.Ordinal)).ShouldBeTrue();
    }

    [Fact]
    public void Where_a_release_was_taken_out_the_lines_around_count() =>
        IsTouched(Old.Replace("400)\n", "400)\n    kept.clear()\n", StringComparison.Ordinal), Old).ShouldBeTrue();

    [Fact]
    public void Other_line_ends_are_no_change() => IsTouched(Old, Old.Replace("\n", "\r\n", StringComparison.Ordinal)).ShouldBeFalse();

    private static bool IsTouched(string old, string current)
    {
        var text = SourceText.From(current);
        var finding = Analyzer.Analyze(text, new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet)).Findings.ShouldHaveSingleItem();
        return ChangedLines.Between(SourceText.From(old), text).Touch(text, finding);
    }
}
