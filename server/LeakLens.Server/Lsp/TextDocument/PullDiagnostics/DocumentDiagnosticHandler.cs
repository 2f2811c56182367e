using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.TextDocument.PullDiagnostics;

/// <summary>The diagnostics of an open document, for a client that asks. What it has already is not sent again.</summary>
internal sealed class DocumentDiagnosticHandler(DiagnosticsPublisher diagnostics) : IRequestHandler<DocumentDiagnosticParams, IJsonWritable>
{
    public async Task<IJsonWritable?> Handle(DocumentDiagnosticParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        var uri = request.TextDocument.Uri;
        if (snapshot.FindConfiguration(uri) is { } configuration)
        {
            return new FullDocumentDiagnosticReport(ResultId: null, ConfigurationDiagnostics.Of(configuration.Path, configuration.Text, snapshot.Client.PositionUnit));
        }

        if (snapshot.Find(uri) is not { } document)
        {
            return new FullDocumentDiagnosticReport(ResultId: null, []);
        }

        var id = document.Analysis.Id;
        return string.Equals(request.PreviousResultId, id, StringComparison.Ordinal)
            ? new UnchangedDocumentDiagnosticReport(id)
            : await AnalyzeAsync(document, token);
    }

    private async Task<IJsonWritable> AnalyzeAsync(Document document, CancellationToken token)
    {
        try
        {
            await document.Analysis.PauseAsync(token);
            var result = await diagnostics.AnalyzeAsync(document, token);
            return new FullDocumentDiagnosticReport(document.Analysis.Id, diagnostics.Convert(document, result));
        }
        catch (Exception exception) when (exception is RpcException or OperationCanceledException && !token.IsCancellationRequested)
        {
            throw new RpcException(ErrorCode.ServerCancelled, "The document has changed since.", new DiagnosticServerCancellationData(RetriggerRequest: true));
        }
    }
}
