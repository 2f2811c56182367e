namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>What a client may send: a request, a notification, the answer to a request of ours, or something that is none of these.</summary>
internal abstract record IncomingMessage;
