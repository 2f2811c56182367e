namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>Something that is no message of JSON-RPC 2.0, with the answer it gets.</summary>
internal sealed record InvalidMessage(RequestId? Id, ErrorCode Code, string Problem) : IncomingMessage;
