using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Documentation;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.Window.LogMessage;
using LeakLens.Server.Lsp.Window.WorkDoneProgress;

namespace LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

/// <summary>Analyses documents in the background and tells the client what was found, only ever for the newest version.</summary>
internal sealed class DiagnosticsPublisher(Session session, MessageSender sender, IRuleDocumentation documentation, ProgressDisplay progress, ClientLog log)
{
    private readonly Lock _sending = new();

    /// <summary>Publishes when the typing pauses.</summary>
    public void Schedule(Document document) => _ = PublishAsync(document, document.Analysis.Delay);

    public void PublishNow(Document document) => _ = PublishAsync(document, TimeSpan.Zero);

    /// <summary>Takes the diagnostics of a document that is not open any more off the screen.</summary>
    public void Clear(string uri)
    {
        lock (_sending)
        {
            Send(uri, version: null, []);
        }
    }

    private async Task PublishAsync(Document document, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, document.Analysis.Superseded);
            var analysis = document.Analysis.GetResultAsync(CancellationToken.None);
            _ = progress.ShowWhileAsync(analysis, $"LeakLens: analysing {GetName(document.Uri)}", document.Analysis.Supersede);
            var result = await analysis;
            SendIfNewest(document, ProtocolConverter.ToDiagnostics(document, result, session.Current.Client, documentation));
            Trace(document, result);
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
        lock (_sending)
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
