using System.Collections.Immutable;
using LeakLens.Deployment.Files;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Lsp.Workspace.Scan;

/// <summary>The files of a target: those that a scan of its folder on the command line would take.</summary>
internal static class ScanFiles
{
    /// <exception cref="ConfigurationException">A folder on the way is configured by a file with errors.</exception>
    public static DiscoveredFiles Find(ScanTarget target, ConfigurationProvider configurations, CancellationToken token)
    {
        if (target.Files.IsDefault)
        {
            return FileDiscovery.Find([target.Root.Path], configurations, target.Root.Path, token);
        }

        var files = target.Files.Where(path => IsMeant(path, configurations)).Select(path => ToSource(path, target.Root.Path));
        return new DiscoveredFiles([.. files], [], []);
    }

    private static bool IsMeant(string path, ConfigurationProvider configurations) =>
        (PythonFiles.HasPythonName(path) || (DeploymentNames.MayBeDeployment(path) && configurations.ForFile(path).Deployment.Value)) && File.Exists(path) && configurations.ForFile(path).FindExclusionOfPathOrParent(path) is null;

    private static ScanSource ToSource(string path, string root) =>
        new(DisplayPath.From(path, root), path, IsNamed: false) { PathBelowNamed = Path.GetRelativePath(root, path) };
}
