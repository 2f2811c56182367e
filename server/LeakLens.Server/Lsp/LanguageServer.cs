using System.IO.Pipelines;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.ClientProcess;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.General;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;
using LeakLens.Server.Lsp.Window.LogMessage;
using LeakLens.Server.Lsp.Window.WorkDoneProgress;

namespace LeakLens.Server.Lsp;

/// <summary>A language server between two streams.</summary>
internal static class LanguageServer
{
    private const string WarmUpText = "cache = []\nfor i in range(10):\n    cache.append(f'{i}' * 2)\n";

    /// <summary>Serves until the client leaves.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(PipeReader input, PipeWriter output, ServerOptions options)
    {
        using var lifecycle = new ServerLifecycle();
        using var clientProcess = new ClientProcessWatch(lifecycle.Leave, options.ClientProcessInterval);
        var sender = new MessageSender(output);
        var session = new Session(options.Analyze);
        var log = new ClientLog(session, sender);
        var running = new RunningRequests();
        var asked = new AskedRequests();
        var progress = new ProgressDisplay(session, sender, asked);
        var diagnostics = new DiagnosticsPublisher(session, sender, options.Documentation, progress, log);
        var handlers = HandlerRegistration.Create(
            new ServerParts(session, lifecycle, clientProcess, running, diagnostics, progress, options.Documentation, () => WarmUp(options)));
        var frames = new FrameReader(input, options.LargestMessage);
        var connection = new RpcConnection(frames, sender, handlers, running, asked, lifecycle, log);

        await connection.RunAsync(lifecycle.Left);
        session.CloseAll();
        return lifecycle.ExitCode;
    }

    /// <summary>Loads rules and code while the client is still busy, so that the first document does not wait for them.</summary>
    private static void WarmUp(ServerOptions options) =>
        _ = Task.Run(() => options.Analyze(SourceText.From(WarmUpText), CancellationToken.None), CancellationToken.None);
}
