using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Workspace.TextDocumentContent;

/// <summary>
/// The pages of leaks that were asked for. Each goes on telling of its finding while the file is edited, wherever that moves, and the client
/// hears when it is time to ask again. Only the newest few are followed: nobody tells the server that a page was closed.
/// </summary>
internal sealed class LeakPathPages(Session session, ClientRequests client)
{
    private const int MostPages = 16;

    private readonly Lock _gate = new();
    private readonly List<Page> _pages = [];

    /// <summary>The finding that a page is about; null when there is none any more, or for now.</summary>
    /// <param name="offset">Where the finding began when the page was made.</param>
    public Finding? Find(string uri, string ruleId, int offset, Document document, AnalysisResult result)
    {
        lock (_gate)
        {
            var index = _pages.FindIndex(page => page.Uri.Equals(uri, StringComparison.Ordinal));
            var page = index < 0 ? new Page(uri, document.Uri, offset, Line: null) : _pages[index];
            var finding = Find(page, ruleId, result);
            if (index >= 0)
            {
                _pages.RemoveAt(index);
            }
            else if (_pages.Count == MostPages)
            {
                _pages.RemoveAt(0);
            }

            _pages.Add(finding is null ? page : page with { Offset = finding.Span.Start, Line = LineAt(result.Tree.Text, finding.Span.Start) });
            return finding;
        }
    }

    /// <summary>
    /// Tells the client that the pages about a document may say something else, once its new version is analysed. A client that asks for
    /// diagnostics does so only for what it shows, which may be the page and not the document.
    /// </summary>
    public async Task FollowAsync(Document document)
    {
        var pages = PagesOf(document);
        if (pages.IsEmpty)
        {
            return;
        }

        try
        {
            await document.Analysis.PauseAsync(CancellationToken.None);
            await document.Analysis.GetResultAsync(CancellationToken.None);
        }
        catch (RpcException)
        {
            // A newer version is on its way, and is followed, too.
            return;
        }

        foreach (var page in pages)
        {
            _ = client.AskAsync(Methods.TextDocumentContentRefresh, new TextDocumentContentRefreshParams(page));
        }
    }

    private ImmutableArray<string> PagesOf(Document document)
    {
        if (!session.Current.Client.RefreshesContent)
        {
            return [];
        }

        lock (_gate)
        {
            return [.. _pages.Where(page => page.Document.Equals(document.Uri, StringComparison.Ordinal)).Select(page => page.Uri)];
        }
    }

    /// <summary>The nearest on a line that reads the same, else the one at the same place: either the file around it was edited, or the line itself.</summary>
    private static Finding? Find(Page page, string ruleId, AnalysisResult result)
    {
        var ofRule = result.Findings.Where(finding => finding.Rule.Id.Equals(ruleId, StringComparison.Ordinal)).ToList();
        return ofRule.Where(finding => page.Line is { } line && LineAt(result.Tree.Text, finding.Span.Start).Equals(line, StringComparison.Ordinal)).MinBy(finding => Math.Abs(finding.Span.Start - page.Offset))
            ?? ofRule.Find(finding => finding.Span.Start == page.Offset);
    }

    private static string LineAt(SourceText text, int offset)
    {
        var line = text.Lines.GetLine(offset);
        return text.Text[text.Lines.GetStart(line)..text.Lines.GetEnd(line)];
    }

    /// <param name="Offset">Where its finding was seen last.</param>
    /// <param name="Line">The line that it was on.</param>
    private sealed record Page(string Uri, string Document, int Offset, string? Line);
}
