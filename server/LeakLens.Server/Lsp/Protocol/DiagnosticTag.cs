namespace LeakLens.Server.Lsp.Protocol;

internal enum DiagnosticTag
{
    Unnecessary = 1,
    Deprecated = 2,
}
