using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Tests.Lsp.Documents;

/// <summary>What is analysed again for later analyses to be faster.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task There_are_so_many_in_the_life_of_a_process_and_no_more()
    {
        var rehearsal = new Rehearsal(3);
        var runs = 0;

        await rehearsal.RunAsync(Count, CancellationToken.None);
        await rehearsal.RunAsync(Count, CancellationToken.None);

        runs.ShouldBe(3);

        AnalysisResult Count(CancellationToken token)
        {
            runs++;
            return Analyze(token);
        }
    }

    [Fact]
    public async Task Whoever_types_on_calls_it_off()
    {
        using var superseded = new CancellationTokenSource();
        var runs = 0;

        await new Rehearsal(5).RunAsync(
            token =>
            {
                runs++;
                superseded.Cancel();
                token.ThrowIfCancellationRequested();
                return Analyze(token);
            },
            superseded.Token);

        runs.ShouldBe(1);
    }

    private static AnalysisResult Analyze(CancellationToken token) =>
        Analyzer.Analyze(SourceText.From("kept = []\n"), new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet), token);
}
