using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record InitializeParams(
    int? ProcessId,
    ClientInfo? ClientInfo,
    string? RootUri,
    JToken? InitializationOptions,
    ClientCapabilities Capabilities,
    string? Trace,
    ImmutableArray<WorkspaceFolder> WorkspaceFolders)
{
    public static InitializeParams Read(JsonFields json) => new(
        json.FindNumber("processId"),
        json.Find("clientInfo", ClientInfo.Read),
        json.FindText("rootUri"),
        json.Find("initializationOptions"),
        json.Get("capabilities", ClientCapabilities.Read),
        json.FindText("trace"),
        json.FindList("workspaceFolders", WorkspaceFolder.Read));
}
