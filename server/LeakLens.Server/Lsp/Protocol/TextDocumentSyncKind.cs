namespace LeakLens.Server.Lsp.Protocol;

/// <summary>How a client tells of edits.</summary>
internal enum TextDocumentSyncKind
{
    None = 0,
    Full = 1,
    Incremental = 2,
}
