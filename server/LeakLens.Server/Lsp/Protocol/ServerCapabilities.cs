using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record ServerCapabilities(
    string PositionEncoding,
    TextDocumentSyncOptions TextDocumentSync,
    NotebookDocumentSyncOptions NotebookDocumentSync,
    bool HoverProvider,
    CodeActionOptions CodeActionProvider,
    DiagnosticOptions? DiagnosticProvider,
    CodeLensOptions CodeLensProvider,
    bool InlayHintProvider,
    ExecuteCommandOptions ExecuteCommandProvider,
    WorkspaceOptions Workspace) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("positionEncoding", PositionEncoding);
        json.Field("textDocumentSync", TextDocumentSync);
        json.Field("notebookDocumentSync", NotebookDocumentSync);
        json.Field("hoverProvider", HoverProvider);
        json.Field("codeActionProvider", CodeActionProvider);
        json.Field("diagnosticProvider", DiagnosticProvider);
        json.Field("codeLensProvider", CodeLensProvider);
        json.Field("inlayHintProvider", InlayHintProvider);
        json.Field("executeCommandProvider", ExecuteCommandProvider);
        json.Field("workspace", Workspace);
        json.WriteEndObject();
    }
}
