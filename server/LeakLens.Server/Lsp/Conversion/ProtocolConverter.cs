using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Documentation;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.Workspace.TextDocumentContent;

namespace LeakLens.Server.Lsp.Conversion;

/// <summary>Between the engine's types and the protocol's. Everything that converts is here and nowhere else.</summary>
internal static class ProtocolConverter
{
    public const string Source = "leaklens";

    /// <summary>The rule whose findings can simply be deleted.</summary>
    private const string UnusedSuppression = "LL001";

    /// <summary>A file that is no Python at all has an error on every line; nobody reads more of them than these.</summary>
    private const int MostSyntaxErrors = 100;

    /// <summary>The span of a range. What lies outside the text is moved to its nearest end, and an end before its start to the start.</summary>
    public static TextSpan ToSpan(SourceText text, Protocol.Range range, ColumnUnit unit)
    {
        var start = ToOffset(text, range.Start, unit);
        return TextSpan.FromBounds(start, Math.Max(start, ToOffset(text, range.End, unit)));
    }

    public static int ToOffset(SourceText text, Position position, ColumnUnit unit) =>
        text.GetOffset(new TextPosition(position.Line, position.Character), unit);

    public static Protocol.Range ToRange(SourceText text, TextSpan span, ColumnUnit unit) =>
        new(ToPosition(text, span.Start, unit), ToPosition(text, span.End, unit));

    /// <summary>What a range of a document is in the analysed text.</summary>
    public static TextSpan ToAnalysedSpan(Document document, Protocol.Range range, ColumnUnit unit) => ToSpan(document.Text, range, unit) is var span ? span with { Start = span.Start + document.Start } : default;

    public static Diagnostic ToDiagnostic(ITextPlaces places, Finding finding, ClientFeatures client, IRuleDocumentation documentation) => new(
        places.Locate(finding.Span, client.PositionUnit).Range,
        ToSeverity(finding.Level),
        finding.Rule.Id,
        client.CodeDescription && documentation.FindPageUri(finding.Rule) is { } page ? new CodeDescription(page) : null,
        Source,
        finding.Message,
        client.RelatedInformation ? ToRelatedInformation(places, finding, client) : default,
        finding.Rule.Id is UnusedSuppression ? [DiagnosticTag.Unnecessary] : default,
        client.DiagnosticData ? new FindingData(finding) : null);

    public static ImmutableArray<Diagnostic> ToDiagnostics(Document document, AnalysisResult result, ClientFeatures client, IRuleDocumentation documentation)
    {
        var errors = result.Tree.Errors;
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>(errors.Length + result.Findings.Length);
        foreach (var error in errors.Where(error => document.Holds(error.Span)).Take(MostSyntaxErrors))
        {
            diagnostics.Add(ToDiagnostic(document, error, client));
        }

        foreach (var finding in result.Findings.Where(finding => document.Holds(finding.Span)))
        {
            diagnostics.Add(ToDiagnostic(document, finding, client, documentation));
        }

        return diagnostics.ToImmutable();
    }

    private static Diagnostic ToDiagnostic(Document document, SyntaxError error, ClientFeatures client) => new(
        document.Locate(error.Span, client.PositionUnit).Range,
        DiagnosticSeverity.Error,
        error.Code,
        CodeDescription: null,
        Source,
        error.Message,
        RelatedInformation: default,
        Tags: default,
        Data: null);

    private static DiagnosticSeverity ToSeverity(FindingLevel level) => level switch
    {
        FindingLevel.Error => DiagnosticSeverity.Error,
        FindingLevel.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Information,
    };

    private static ImmutableArray<DiagnosticRelatedInformation> ToRelatedInformation(ITextPlaces places, Finding finding, ClientFeatures client)
    {
        var related = ImmutableArray.CreateBuilder<DiagnosticRelatedInformation>(finding.Related.Length);
        foreach (var place in finding.Related)
        {
            var here = places.Locate(place.Span, client.PositionUnit);
            related.Add(new DiagnosticRelatedInformation(place.Inside is { } inside && client.RefreshesContent ? ToPayload(here, place.Span, inside) : here, place.Message));
        }

        return related.MoveToImmutable();
    }

    /// <summary>A place in the document that holds the decoded code.</summary>
    private static Location ToPayload(Location executes, TextSpan span, PayloadPlace inside)
    {
        var start = new Position(inside.Line - 1, inside.Column - 1);
        return new Location(ContentUri.ForPayload(executes.Uri, executes.Range.Start.Line + 1, span.Start), new Protocol.Range(start, start));
    }

    private static Position ToPosition(SourceText text, int offset, ColumnUnit unit)
    {
        var position = text.GetPosition(offset, unit);
        return new Position(position.Line, position.Column);
    }
}
