namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>Where the connection says what went wrong besides the answers it gives.</summary>
internal interface IRpcLog
{
    void Warn(string message);

    void Error(string message, Exception exception);
}
