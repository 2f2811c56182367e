using LeakLens.Server.Cli;
using LeakLens.Server.Lsp.ClientProcess;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.CodeActions;
using LeakLens.Server.Lsp.Workspace.ExecuteCommand;
using LeakLens.Server.Lsp.Workspace.TextDocumentContent;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.General.Initialize;

/// <summary>Learns what the client can do and says what the server does.</summary>
internal sealed class InitializeHandler(Session session, ServerLifecycle lifecycle, ClientProcessWatch clientProcess, ConfigurationControl configuration) : IRequestHandler<InitializeParams, InitializeResult>
{
    public Task<InitializeResult?> Handle(InitializeParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        var client = ClientFeatures.Of(request.Capabilities) with { HasCommands = request.InitializationOptions is JObject options && options["commands"] is JValue { Value: true } };
        session.SetClient(client);
        session.SetTrace(request.Trace);
        configuration.Initialize(request);
        lifecycle.Initialize();
        if (request.ProcessId is { } processId)
        {
            clientProcess.Watch(processId);
        }

        return Task.FromResult<InitializeResult?>(new InitializeResult(GetCapabilities(client), new ServerInfo("leaklens", ProductVersion.Text)));
    }

    private static ServerCapabilities GetCapabilities(ClientFeatures client) => new(
        client.PositionEncoding,
        new TextDocumentSyncOptions(OpenClose: true, TextDocumentSyncKind.Incremental, new SaveOptions(IncludeText: false)),
        new NotebookDocumentSyncOptions([new NotebookDocumentFilterWithNotebook("jupyter-notebook", [new NotebookCellLanguage("python")])], Save: true),
        HoverProvider: true,
        new CodeActionOptions(CodeActionKinds.All, ResolveProvider: true),
        client is { PullsDiagnostics: true, RegistersDiagnostics: false } ? DiagnosticsRegistration.Static : null,
        new CodeLensOptions(ResolveProvider: false),
        InlayHintProvider: true,
        new ExecuteCommandOptions(ServerCommands.All),
        new WorkspaceOptions(
            new WorkspaceFoldersServerCapabilities(Supported: true, ChangeNotifications: true),
            new TextDocumentContentOptions([ContentUri.Scheme])));
}
