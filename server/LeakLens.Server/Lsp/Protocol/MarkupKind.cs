namespace LeakLens.Server.Lsp.Protocol;

/// <summary>The formats of a text that a client shows.</summary>
internal static class MarkupKind
{
    public const string PlainText = "plaintext";
    public const string Markdown = "markdown";
}
