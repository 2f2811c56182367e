using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.General.Shutdown;

/// <summary>Ends all work; the process stays until exit.</summary>
internal sealed class ShutdownHandler(Session session, ServerLifecycle lifecycle) : IRequestHandler<NoParams, IJsonWritable>
{
    public Task<IJsonWritable?> Handle(NoParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        lifecycle.ShutDown();
        session.CloseAll();
        return Task.FromResult<IJsonWritable?>(null);
    }
}
