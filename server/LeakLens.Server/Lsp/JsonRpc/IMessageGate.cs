namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>Says what may be handled now: the protocol's order of initialize, work, shutdown, exit.</summary>
internal interface IMessageGate
{
    /// <summary>The refusal of a request, or null to let it through.</summary>
    RpcException? Refuse(string requestMethod);

    /// <summary>Whether a notification is dropped without a word.</summary>
    bool Drops(string notificationMethod);
}
