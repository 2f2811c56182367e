using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Documentation;
using LeakLens.Server.Lsp.JsonRpc;

namespace LeakLens.Server.Lsp;

/// <summary>What a server works with. Tests put their own in; the executable uses <see cref="Default"/>.</summary>
internal sealed record ServerOptions(Func<SourceText, AnalysisOptions, CancellationToken, AnalysisResult> Analyze, IRuleDocumentation Documentation)
{
    public static readonly ServerOptions Default = new(Analyzer.Analyze, new CatalogueDocumentation(CacheFolder.Find())) { Rehearsals = 16 };

    public int LargestMessage { get; init; } = FrameReader.DefaultLargestBody;

    /// <summary>How often what was analysed is analysed again, for later analyses to be faster.</summary>
    public int Rehearsals { get; init; }

    public TimeSpan ClientProcessInterval { get; init; } = TimeSpan.FromSeconds(3);
}
