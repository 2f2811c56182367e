using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.JsonRpc;

internal sealed record IncomingRequest(RequestId Id, string Method, JToken? Params) : IncomingMessage;
