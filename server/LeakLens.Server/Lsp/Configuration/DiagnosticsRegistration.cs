using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.Configuration;

/// <summary>
/// Tells a client that pulls diagnostics what to pull. Whether the whole workspace belongs to it is a setting, and a client that is told
/// asks again and again: so it is told when somebody wants it, and not before.
/// </summary>
internal sealed class DiagnosticsRegistration(Session session, ClientRequests client, BackgroundDiagnostics background)
{
    private const string Identifier = "leaklens";

    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;
    private bool? _registered;

    /// <summary>What is answered for a client that cannot be told later.</summary>
    public static DiagnosticOptions Static => new(Identifier, InterFileDependencies: false, WorkspaceDiagnostics: false);

    public Task UpdateAsync()
    {
        lock (_gate)
        {
            return _last = UpdateAfterAsync(_last);
        }
    }

    private async Task UpdateAfterAsync(Task earlier)
    {
        await earlier;
        if (session.Current.Client.RegistersDiagnostics)
        {
            await RegisterAsync(session.Current.Configurations.Roots.Any(root => root.Settings.DiagnosesWorkspace));
        }
    }

    private async Task RegisterAsync(bool forWorkspace)
    {
        if (_registered == forWorkspace)
        {
            return;
        }

        if (_registered is not null)
        {
            await client.AskAsync(Methods.UnregisterCapability, new UnregistrationParams([new Unregistration(Methods.Diagnostic, Methods.Diagnostic)]));
        }

        _registered = forWorkspace;
        background.SetPulled(forWorkspace);
        var options = new DiagnosticRegistrationOptions(Selectors.Diagnosed, Identifier, InterFileDependencies: false, forWorkspace);
        await client.AskAsync(Methods.RegisterCapability, new RegistrationParams([new Registration(Methods.Diagnostic, Methods.Diagnostic, options)]));
    }
}
