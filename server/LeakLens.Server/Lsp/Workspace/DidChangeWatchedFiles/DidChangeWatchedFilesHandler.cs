using LeakLens.Deployment.Files;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.Workspace.Scan;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;

namespace LeakLens.Server.Lsp.Workspace.DidChangeWatchedFiles;

/// <summary>Files have changed on the disk, whoever changed them.</summary>
internal sealed class DidChangeWatchedFilesHandler(ConfigurationControl configuration, ConfigurationProblems problems, WorkspaceScan scan, DataFileWatch dataFiles) : INotificationHandler<DidChangeWatchedFilesParams>
{
    public void Handle(DidChangeWatchedFilesParams notification)
    {
        var paths = notification.Changes.Select(change => DocumentPath.Of(change.Uri)).OfType<string>().ToList();
        var configurations = paths.Where(ConfigurationCheck.IsConfigurationFile).ToList();
        if (configurations.Count > 0 || paths.Exists(configuration.IsTakenFrom))
        {
            configuration.Reload();
            configurations.ForEach(problems.Check);
        }

        var readers = dataFiles.Follow(paths);
        scan.Follow([.. paths.Where(path => PythonFiles.HasPythonName(path) || DeploymentNames.MayBeDeployment(path)).Union(readers, StringComparer.Ordinal)]);
    }
}
