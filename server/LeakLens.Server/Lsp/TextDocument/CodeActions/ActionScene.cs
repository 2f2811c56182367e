using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Server.Lsp.Documents;

namespace LeakLens.Server.Lsp.TextDocument.CodeActions;

/// <summary>A finding, and what it was found in.</summary>
internal sealed record ActionScene(Document Document, AnalysisResult Result, Finding Finding, SessionSnapshot Snapshot);
