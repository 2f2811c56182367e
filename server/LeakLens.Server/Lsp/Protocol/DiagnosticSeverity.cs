namespace LeakLens.Server.Lsp.Protocol;

/// <summary>How a client shows a diagnostic.</summary>
internal enum DiagnosticSeverity
{
    Error = 1,
    Warning = 2,
    Information = 3,
    Hint = 4,
}
