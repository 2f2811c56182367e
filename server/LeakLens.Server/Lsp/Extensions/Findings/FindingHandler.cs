using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.Workspace.TextDocumentContent;

namespace LeakLens.Server.Lsp.Extensions.Findings;

/// <summary>Answers <c>leaklens.server/finding</c>: the finding at a place, or else the next on its line, with its path as a document.</summary>
internal sealed class FindingHandler(ContentWriter content) : IRequestHandler<HoverParams, FindingAnswer>
{
    public const string Method = "leaklens.server/finding";

    public async Task<FindingAnswer?> Handle(HoverParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        if (snapshot.Find(request.TextDocument.Uri) is not { } document)
        {
            return null;
        }

        var result = await document.Analysis.GetResultAsync(token);
        var offset = ProtocolConverter.ToAnalysedSpan(document, new Protocol.Range(request.Position, request.Position), snapshot.Client.PositionUnit).Start;
        var lines = result.Tree.Text.Lines;
        var line = lines.GetLine(offset);
        var finding = result.Findings.FirstOrDefault(finding => finding.Span.Start <= offset && offset <= finding.Span.End)
            ?? result.Findings.FirstOrDefault(finding => lines.GetLine(finding.Span.Start) == line);
        return finding is null ? null : new FindingAnswer(
            finding.Rule.Id,
            ContentUri.ForLeakPath(finding.Rule.Id, document.Uri, finding.Span.Start),
            content.WriteLeakPath(document, result, finding, snapshot));
    }
}
