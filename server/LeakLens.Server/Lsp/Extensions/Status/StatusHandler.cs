using System.Diagnostics;
using System.Runtime;
using LeakLens.Server.Cli;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Extensions.Status;

/// <summary>Answers <c>leaklens.server/status</c>.</summary>
internal sealed class StatusHandler : IRequestHandler<NoParams, ServerStatus>
{
    public const string Method = "leaklens.server/status";

    private readonly long _started = Stopwatch.GetTimestamp();

    public Task<ServerStatus?> Handle(NoParams request, SessionSnapshot snapshot, CancellationToken token) => Task.FromResult<ServerStatus?>(new ServerStatus(
        ProductVersion.Text,
        (long)Stopwatch.GetElapsedTime(_started).TotalMilliseconds,
        Environment.WorkingSet,
        GC.GetTotalMemory(forceFullCollection: false),
        JitInfo.GetCompiledMethodCount(),
        (long)JitInfo.GetCompilationTime().TotalMilliseconds,
        snapshot.Documents.Count));
}
