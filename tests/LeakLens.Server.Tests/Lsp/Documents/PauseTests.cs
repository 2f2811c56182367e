using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Tests.Lsp.Documents;

/// <summary>How long a version waits for the next keystroke before it is analysed.</summary>
public sealed class PauseTests
{
    [Fact]
    public async Task Whoever_types_slower_than_an_analysis_takes_waits_for_the_analysis_alone()
    {
        var first = new DocumentAnalysis(Analyze, older: null);
        await first.GetResultAsync(CancellationToken.None);

        new DocumentAnalysis(Analyze, first).Delay.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Whoever_types_faster_is_waited_for_as_long_as_an_analysis_takes()
    {
        var first = new DocumentAnalysis(Analyze, older: null);
        await first.GetResultAsync(CancellationToken.None);
        var second = new DocumentAnalysis(Analyze, first);

        var third = new DocumentAnalysis(Analyze, second);

        third.Delay.ShouldBeGreaterThan(TimeSpan.Zero);
        third.Delay.ShouldBeLessThanOrEqualTo(first.Cost);
        new DocumentAnalysis(Analyze, third).Delay.ShouldBe(third.Delay);
    }

    [Fact]
    public void A_file_that_was_never_analysed_is_analysed_at_once()
    {
        var first = new DocumentAnalysis(Analyze, older: null);

        new DocumentAnalysis(Analyze, first).Delay.ShouldBe(TimeSpan.Zero);
    }

    private static AnalysisResult Analyze(CancellationToken token) =>
        Analyzer.Analyze(SourceText.From("kept = []\n"), new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet), token);
}
