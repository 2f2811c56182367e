using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.TextDocument.Hover;

/// <summary>Over a finding: what it found, how the number came to be, and what the rule is about.</summary>
internal sealed class HoverHandler(HoverText text) : IRequestHandler<HoverParams, Protocol.Hover>
{
    public async Task<Protocol.Hover?> Handle(HoverParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        if (snapshot.Find(request.TextDocument.Uri) is not { } document)
        {
            return null;
        }

        var result = await document.Analysis.GetResultAsync(token);
        var client = snapshot.Client;
        var found = FindAt(result.Findings, ProtocolConverter.ToOffset(document.Text, request.Position, client.PositionUnit));
        if (found.IsEmpty)
        {
            return null;
        }

        var contents = new MarkupContent(client.MarkdownHover ? MarkupKind.Markdown : MarkupKind.PlainText, text.Render(found));
        return new Protocol.Hover(contents, ProtocolConverter.ToRange(document.Text, GetCommonSpan(found), client.PositionUnit));
    }

    private static ImmutableArray<Finding> FindAt(ImmutableArray<Finding> findings, int offset) =>
        findings.RemoveAll(finding => offset < finding.Span.Start || offset > finding.Span.End);

    /// <summary>What all of them cover, so that moving the mouse out of one asks again.</summary>
    private static TextSpan GetCommonSpan(ImmutableArray<Finding> findings) =>
        TextSpan.FromBounds(findings.Max(finding => finding.Span.Start), findings.Min(finding => finding.Span.End));
}
