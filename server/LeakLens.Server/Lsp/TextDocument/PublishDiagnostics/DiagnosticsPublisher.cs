using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Documentation;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.Window.LogMessage;
using LeakLens.Server.Lsp.Window.WorkDoneProgress;
using LeakLens.Server.Lsp.Workspace.TextDocumentContent;

namespace LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

/// <summary>
/// Analyses documents in the background and tells the client what was found, only ever for the newest version. A client that asks for
/// diagnostics is told nothing of its own accord but that it is time to ask again.
/// </summary>
/// <param name="sending">Held by whoever sends diagnostics.</param>
internal sealed class DiagnosticsPublisher(Session session, MessageSender sender, ClientRequests client, IRuleDocumentation documentation, ProgressDisplay progress, ClientLog log, LeakPathPages pages, Lock sending)
{
    /// <summary>Publishes when the typing pauses.</summary>
    public void Schedule(Document document) => Start(document, document.Analysis.Delay);

    public void PublishNow(Document document) => Start(document, TimeSpan.Zero);

    public void Publish(ConfigurationDocument document)
    {
        var features = session.Current.Client;
        if (!features.PullsDiagnostics)
        {
            Send(document.Uri, document.Version, ConfigurationDiagnostics.Of(document.Path, document.Text, features.PositionUnit));
        }
    }

    /// <summary>Takes the diagnostics of a document that is not there any more off the screen.</summary>
    public void Clear(string uri)
    {
        lock (sending)
        {
            if (!session.Current.Client.PullsDiagnostics && session.Current.Find(uri) is null)
            {
                Send(uri, version: null, []);
            }
        }
    }

    /// <summary>All documents are to be looked at once more: the configuration is another.</summary>
    public void Refresh()
    {
        var current = session.Current;
        RefreshDecorations(current.Client);
        if (current.Client.PullsDiagnostics)
        {
            _ = current.Client.RefreshesDiagnostics ? client.AskAsync(Methods.DiagnosticRefresh, parameters: null) : Task.CompletedTask;
            return;
        }

        foreach (var document in current.Documents.Values)
        {
            PublishNow(document);
        }
    }

    /// <summary>Lenses and hints are to be asked for once more.</summary>
    public void RefreshDecorations(ClientFeatures features)
    {
        if (features.RefreshesLenses)
        {
            _ = client.AskAsync(Methods.CodeLensRefresh, parameters: null);
        }

        if (features.RefreshesHints)
        {
            _ = client.AskAsync(Methods.InlayHintRefresh, parameters: null);
        }
    }

    /// <summary>The result of a document's analysis, with progress for what takes long, and cancellation that leaves nothing stale behind.</summary>
    public Task<AnalysisResult> AnalyzeAsync(Document document, CancellationToken token)
    {
        var analysis = document.Analysis.GetResultAsync(token);
        _ = progress.ShowWhileAsync(analysis, $"LeakLens: analysing {GetName(document.Uri)}", () => CallOff(document));
        return analysis;
    }

    public ImmutableArray<Diagnostic> Convert(Document document, AnalysisResult result)
    {
        Trace(document, result);
        return ProtocolConverter.ToDiagnostics(document, result, session.Current.Client, documentation);
    }

    private void Start(Document document, TimeSpan delay)
    {
        _ = pages.FollowAsync(document);
        if (!session.Current.Client.PullsDiagnostics)
        {
            _ = PublishAsync(document, delay);
        }
    }

    private async Task PublishAsync(Document document, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, document.Analysis.Superseded);
            var result = await AnalyzeAsync(document, CancellationToken.None);
            SendIfNewest(document, Convert(document, result));
        }
        catch (Exception exception) when (exception is OperationCanceledException or RpcException)
        {
            // A newer version is on its way; it publishes.
        }
        catch (Exception exception)
        {
            // Squiggles of an older text in the wrong places would be worse than none.
            log.Error($"The analysis of {document.Uri} failed", exception);
            SendIfNewest(document, []);
        }
    }

    /// <summary>The user does not want to wait: what was found in an older text would stay, in the wrong places.</summary>
    private void CallOff(Document document)
    {
        document.Analysis.Supersede();
        if (!session.Current.Client.PullsDiagnostics)
        {
            SendIfNewest(document, []);
        }
    }

    private static string GetName(string uri) => Uri.UnescapeDataString(uri[(uri.LastIndexOf('/') + 1)..]);

    private void Trace(Document document, AnalysisResult result)
    {
        if (log.IsTracing)
        {
            log.Trace($"Analysed {document.Uri} version {document.Version} in {document.Analysis.Cost.TotalMilliseconds:F1} ms: {result.Tree.Errors.Length} syntax errors, {result.Findings.Length} findings.");
        }
    }

    /// <summary>Looks and sends under one lock: a document that is closed in between must not get its diagnostics back.</summary>
    private void SendIfNewest(Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        lock (sending)
        {
            if (ReferenceEquals(session.Current.Find(document.Uri), document))
            {
                Send(document.Uri, document.Version, diagnostics);
            }
        }
    }

    private void Send(string uri, int? version, ImmutableArray<Diagnostic> diagnostics)
    {
        var shownVersion = session.Current.Client.DiagnosticVersion ? version : null;
        sender.Send(new OutgoingNotification(Methods.PublishDiagnostics, new PublishDiagnosticsParams(uri, shownVersion, diagnostics)));
    }
}
