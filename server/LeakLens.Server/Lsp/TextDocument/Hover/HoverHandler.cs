using System.Collections.Immutable;
using System.Text;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.TextDocument.Hover;

/// <summary>Over a finding: how its number came to be, and what to do. Over the name of a rule: what the rule is about.</summary>
internal sealed class HoverHandler(HoverText text) : IRequestHandler<HoverParams, Protocol.Hover>
{
    /// <summary>Fixes are told if they are known by then; a hover is not what one waits for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(10);

    public async Task<Protocol.Hover?> Handle(HoverParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        var client = snapshot.Client;
        if (snapshot.FindConfiguration(request.TextDocument.Uri) is { } configuration)
        {
            var at = ProtocolConverter.ToOffset(configuration.Text, request.Position, client.PositionUnit);
            return RuleNameFinder.InConfiguration(configuration.Path, configuration.Text, at, snapshot.Configurations.For(configuration.Path).Catalogue) is { } name
                ? Show(text.Render(name.Rule, client.MarkdownHover), new FilePlaces(configuration.Uri, configuration.Text), name.Span, client)
                : null;
        }

        if (snapshot.Find(request.TextDocument.Uri) is not { } document)
        {
            return null;
        }

        var result = await document.Analysis.GetResultAsync(token);
        var offset = ProtocolConverter.ToAnalysedSpan(document, new Protocol.Range(request.Position, request.Position), client.PositionUnit).Start;
        if (RuleNameFinder.InComment(result.Tree.Text, result.Tree.Comments.AsSpan(), offset, snapshot.Configurations.For(document.Path).Catalogue) is { } named)
        {
            return Show(text.Render(named.Rule, client.MarkdownHover), document, named.Span, client);
        }

        var found = FindAt(result.Findings, offset);
        return found.IsEmpty ? null : Show(await RenderAsync(document, result, found, client), document, GetCommonSpan(found), client);
    }

    private async Task<string> RenderAsync(Document document, AnalysisResult result, ImmutableArray<Finding> found, ClientFeatures client)
    {
        var markdown = new StringBuilder();
        foreach (var finding in found)
        {
            var fixes = document.Fixes.FindAsync(result, finding);
            await Task.WhenAny(fixes, Task.Delay(Patience));
            text.Append(markdown, finding, client.MarkdownHover ? document : null, fixes.IsCompletedSuccessfully ? await fixes : []);
        }

        return markdown.ToString();
    }

    private static Protocol.Hover Show(string markdown, ITextPlaces places, TextSpan span, ClientFeatures client) =>
        new(new MarkupContent(client.MarkdownHover ? MarkupKind.Markdown : MarkupKind.PlainText, markdown), places.Locate(span, client.PositionUnit).Range);

    private static ImmutableArray<Finding> FindAt(ImmutableArray<Finding> findings, int offset) =>
        findings.RemoveAll(finding => offset < finding.Span.Start || offset > finding.Span.End);

    /// <summary>What all of them cover, so that moving the mouse out of one asks again.</summary>
    private static TextSpan GetCommonSpan(ImmutableArray<Finding> findings) =>
        TextSpan.FromBounds(findings.Max(finding => finding.Span.Start), findings.Min(finding => finding.Span.End));
}
