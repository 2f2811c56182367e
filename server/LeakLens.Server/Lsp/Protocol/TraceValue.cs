namespace LeakLens.Server.Lsp.Protocol;

/// <summary>How much a client wants to be told of the server's work.</summary>
internal static class TraceValue
{
    public const string Off = "off";
    public const string Messages = "messages";
    public const string Verbose = "verbose";
}
