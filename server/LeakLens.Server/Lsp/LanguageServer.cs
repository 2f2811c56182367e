using System.IO.Pipelines;
using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.ClientProcess;
using LeakLens.Server.Lsp.General;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Workspace.Rules;

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
        var parts = new ServerParts(options, sender, lifecycle, clientProcess);
        var handlers = HandlerRegistration.Create(parts, () => WarmUp(options));
        var frames = new FrameReader(input, options.LargestMessage);
        var connection = new RpcConnection(frames, sender, handlers, parts.Running, parts.Asked, lifecycle, parts.Log);

        await connection.RunAsync(lifecycle.Left);
        parts.Session.CloseAll();
        return lifecycle.ExitCode;
    }

    /// <summary>Loads rules and code while the client is still busy, so that the first document does not wait for them.</summary>
    private static void WarmUp(ServerOptions options) =>
        _ = Task.Run(() => options.Analyze(SourceText.From(WarmUpText), new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet), CancellationToken.None), CancellationToken.None);
}
