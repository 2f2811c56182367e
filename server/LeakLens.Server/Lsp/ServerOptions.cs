using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Documentation;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Lsp;

/// <summary>What a server works with. Tests put their own in; the executable uses <see cref="Default"/>.</summary>
internal sealed record ServerOptions(Func<SourceText, CancellationToken, AnalysisResult> Analyze, IRuleDocumentation Documentation)
{
    public static readonly ServerOptions Default = new(AnalyzeWithBuiltInRules, new CatalogueDocumentation(CacheFolder.Find()));

    public int LargestMessage { get; init; } = FrameReader.DefaultLargestBody;

    public TimeSpan ClientProcessInterval { get; init; } = TimeSpan.FromSeconds(3);

    private static AnalysisResult AnalyzeWithBuiltInRules(SourceText text, CancellationToken cancellation) =>
        Analyzer.Analyze(text, new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet), cancellation);
}
