using LeakLens.Server.Lsp.ClientProcess;
using LeakLens.Server.Lsp.Documentation;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.General;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;
using LeakLens.Server.Lsp.Window.WorkDoneProgress;

namespace LeakLens.Server.Lsp;

/// <summary>What handlers are made of.</summary>
internal sealed record ServerParts(
    Session Session,
    ServerLifecycle Lifecycle,
    ClientProcessWatch ClientProcess,
    RunningRequests Running,
    DiagnosticsPublisher Diagnostics,
    ProgressDisplay Progress,
    IRuleDocumentation Documentation,
    Action WarmUp);
