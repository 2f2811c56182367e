using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Configuration;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>One version of an open document, with its analysis.</summary>
/// <param name="Uri">As the client writes it: it is sent back letter by letter, and its scheme does not matter.</param>
internal sealed record Document(string Uri, int Version, SourceText Text, DocumentAnalysis Analysis)
{
    /// <summary>What its analysis is told.</summary>
    public required Lazy<AnalysisOptions> Options { get; init; }

    public required DocumentFixes Fixes { get; init; }

    /// <summary>Where it lies; null for what is no file.</summary>
    public string? Path { get; } = DocumentPath.Of(Uri);
}
