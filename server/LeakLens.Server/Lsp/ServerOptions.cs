using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Documentation;
using LeakLens.Server.Lsp.JsonRpc;

namespace LeakLens.Server.Lsp;

/// <summary>What a server works with. Tests put their own in; the executable uses <see cref="Default"/>.</summary>
internal sealed record ServerOptions(Func<SourceText, AnalysisOptions, CancellationToken, AnalysisResult> Analyze, IRuleDocumentation Documentation)
{
    public static readonly ServerOptions Default = new(Analyzer.Analyze, new CatalogueDocumentation(CacheFolder.Find()));

    public int LargestMessage { get; init; } = FrameReader.DefaultLargestBody;

    public TimeSpan ClientProcessInterval { get; init; } = TimeSpan.FromSeconds(3);
}
