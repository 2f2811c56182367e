using System.Globalization;
using LeakLens.Engine.Rules;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Lsp.Workspace.TextDocumentContent;

/// <summary>Writes the documents that only the server has.</summary>
internal sealed class TextDocumentContentHandler(ContentWriter content, LeakPathPages pages) : IRequestHandler<TextDocumentContentParams, TextDocumentContentResult>
{
    public async Task<TextDocumentContentResult?> Handle(TextDocumentContentParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        var text = ContentUri.Parse(request.Uri) switch
        {
            (ContentUri.Rule, var name, var identity) when FindRule(name, identity, snapshot) is { } rule => RuleCatalogue.PageOf(rule).Markdown,
            (ContentUri.LeakPath, var name, var query) => await WriteLeakPathAsync(request.Uri, name, query, snapshot, token),
            (ContentUri.Payload, _, var query) => await WritePayloadAsync(query, snapshot, token),
            (ContentUri.Information, _, _) => InformationText.Write(snapshot),
            _ => null,
        };
        return new TextDocumentContentResult(text ?? throw new RpcException(ErrorCode.InvalidParams, "There is no such document."));
    }

    /// <summary>That of this text, and where it has changed since, that of this name.</summary>
    private static RuleDescriptor? FindRule(string name, string identity, SessionSnapshot snapshot) => snapshot.Configurations.Catalogues
        .Select(catalogue => catalogue.Find(name)).OfType<RuleDescriptor>().OrderByDescending(rule => string.Equals(rule.Contract?.Identity, identity, StringComparison.Ordinal)).FirstOrDefault();

    /// <summary>The decoded code alone, so that its lines are those of the findings. The client opens it as Python, and it is analysed as such.</summary>
    private static async Task<string?> WritePayloadAsync(string query, SessionSnapshot snapshot, CancellationToken token)
    {
        if (Split(query) is not { } place || snapshot.Find(place.Uri) is not { } document)
        {
            return null;
        }

        var result = await document.Analysis.GetResultAsync(token);
        var payload = result.Payloads.Where(payload => payload.Place.Start <= place.Offset).MaxBy(static payload => payload.Place.Start) ?? result.Payloads.FirstOrDefault();
        return payload?.Code.Text ?? "# The text has changed since: it executes no hidden code any more.\n";
    }

    private static (int Offset, string Uri)? Split(string query)
    {
        var blank = query.IndexOf(' ', StringComparison.Ordinal);
        return blank >= 0 && int.TryParse(query[..blank], NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? (offset, query[(blank + 1)..]) : null;
    }

    private async Task<string?> WriteLeakPathAsync(string uri, string ruleId, string query, SessionSnapshot snapshot, CancellationToken token)
    {
        if (Split(query) is not var (offset, documentUri) || snapshot.Find(documentUri) is not { } document)
        {
            return null;
        }

        var result = await document.Analysis.GetResultAsync(token);
        return pages.Find(uri, ruleId, offset, document, result) is { } finding
            ? content.WriteLeakPath(document, result, finding, snapshot)
            : "The text has changed since: there is no such finding any more.\n";
    }
}
