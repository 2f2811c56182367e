using System.Collections.Immutable;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Client.RegisterCapability;

/// <summary>What a client is told after it is initialized: which files and settings to tell of.</summary>
internal sealed class Registrar(Session session, ClientRequests client)
{
    public async Task RegisterAsync()
    {
        var registrations = ImmutableArray.CreateBuilder<Registration>();
        var features = session.Current.Client;
        if (features.WatchesFiles)
        {
            var watchers = new DidChangeWatchedFilesRegistrationOptions([new Protocol.FileSystemWatcher(Selectors.ConfigurationFiles), new Protocol.FileSystemWatcher(Selectors.PythonFiles), new Protocol.FileSystemWatcher(Selectors.DeploymentFiles)]);
            registrations.Add(new Registration(Methods.DidChangeWatchedFiles, Methods.DidChangeWatchedFiles, watchers));
        }

        if (features.RegistersConfiguration)
        {
            registrations.Add(new Registration(Methods.DidChangeConfiguration, Methods.DidChangeConfiguration, new DidChangeConfigurationRegistrationOptions(EditorSettings.Section)));
        }

        if (registrations.Count > 0)
        {
            await client.AskAsync(Methods.RegisterCapability, new RegistrationParams(registrations.ToImmutable()));
        }
    }
}
