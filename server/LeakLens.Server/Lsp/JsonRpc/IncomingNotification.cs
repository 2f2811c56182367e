using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.JsonRpc;

internal sealed record IncomingNotification(string Method, JToken? Params) : IncomingMessage;
