namespace LeakLens.Server.Lsp.Protocol;

/// <summary>How a client shows a message.</summary>
internal enum MessageType
{
    Error = 1,
    Warning = 2,
    Info = 3,
    Log = 4,
    Debug = 5,
}
