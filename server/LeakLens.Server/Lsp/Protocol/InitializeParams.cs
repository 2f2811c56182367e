using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record InitializeParams(int? ProcessId, ClientInfo? ClientInfo, ClientCapabilities Capabilities, string? Trace)
{
    public static InitializeParams Read(JsonFields json) => new(
        json.FindNumber("processId"),
        json.Find("clientInfo", ClientInfo.Read),
        json.Get("capabilities", ClientCapabilities.Read),
        json.FindText("trace"));
}
