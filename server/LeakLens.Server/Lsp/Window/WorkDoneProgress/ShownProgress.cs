using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Window.WorkDoneProgress;

/// <summary>Progress that the client shows.</summary>
internal sealed class ShownProgress(Action<IJsonWritable> report, Action ended)
{
    public void Report(string message, int percentage) => report(new WorkDoneProgressReport(Cancellable: true, message, percentage));

    public void End(string? message)
    {
        ended();
        report(new WorkDoneProgressEnd(message));
    }
}
