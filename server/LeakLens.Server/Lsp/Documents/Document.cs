using System.Collections.Immutable;
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
    public string? Path { get; init; } = DocumentPath.Of(Uri);

    /// <summary>All parts of the text that was analysed, where this document is a cell among others; default for a whole text.</summary>
    public ImmutableArray<DocumentPart> Parts { get; init; }

    /// <summary>Where this document begins in the analysed text.</summary>
    public int Start { get; init; }

    /// <summary>Whether a stretch of the analysed text is a part of this document.</summary>
    public bool Holds(TextSpan span) => Parts.IsDefault || (span.Start >= Start && span.Start <= Start + Text.Length);

    /// <summary>Whether an editor can change a stretch as one edit: it must not reach from one cell into the next.</summary>
    public bool CanChange(TextSpan span) => PartAt(span.Start) is var part && span.End <= part.Start + part.Text.Length;

    public Location Locate(TextSpan span, ColumnUnit unit)
    {
        var part = PartAt(span.Start);
        var start = Math.Clamp(span.Start - part.Start, 0, part.Text.Length);
        var end = Math.Clamp(span.End - part.Start, start, part.Text.Length);
        return new Location(part.Uri, ProtocolConverter.ToRange(part.Text, TextSpan.FromBounds(start, end), unit));
    }

    private DocumentPart PartAt(int offset)
    {
        var found = new DocumentPart(Uri, Text, Start);
        foreach (var part in Parts.IsDefault ? [] : Parts)
        {
            if (part.Start > offset)
            {
                break;
            }

            found = part;
        }

        return found;
    }
}
