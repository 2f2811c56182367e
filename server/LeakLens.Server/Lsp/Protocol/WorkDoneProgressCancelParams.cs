using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

/// <summary>The server makes its tokens itself, and all of them are texts; any other is the token of nothing.</summary>
internal sealed record WorkDoneProgressCancelParams(string Token)
{
    public static WorkDoneProgressCancelParams Read(JsonFields json) => new(json.Find("token")?.ToString() ?? "");
}
