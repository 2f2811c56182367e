using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>One version of an open document, with its analysis.</summary>
/// <param name="Uri">As the client writes it: it is sent back letter by letter, and its scheme does not matter.</param>
internal sealed record Document(string Uri, int Version, SourceText Text, DocumentAnalysis Analysis) : ITextPlaces
{
    /// <summary>What its analysis is told.</summary>
    public required Lazy<AnalysisOptions> Options { get; init; }

    public required DocumentFixes Fixes { get; init; }

    /// <summary>Where it lies; null for what is no file.</summary>
    public string? Path { get; } = DocumentPath.Of(Uri);

    /// <summary>Whether a stretch of the analysed text is a part of this document.</summary>
    public bool Holds(TextSpan span) => span.Start <= Text.Length;

    public Location Locate(TextSpan span, ColumnUnit unit) => new(Uri, ProtocolConverter.ToRange(Text, span, unit));
}
