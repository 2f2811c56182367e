using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>The answer to a request of ours; an id of null answers nothing that can be told.</summary>
internal sealed record IncomingResponse(RequestId? Id, JToken? Result, JToken? Error) : IncomingMessage;
