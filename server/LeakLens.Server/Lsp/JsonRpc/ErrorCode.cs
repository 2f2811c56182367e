namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>The error codes of JSON-RPC 2.0 and of the language server protocol.</summary>
internal enum ErrorCode
{
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    ServerNotInitialized = -32002,
    RequestFailed = -32803,
    ServerCancelled = -32802,
    ContentModified = -32801,
    RequestCancelled = -32800,
}
