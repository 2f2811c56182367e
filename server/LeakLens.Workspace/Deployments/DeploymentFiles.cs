using LeakLens.Deployment;
using LeakLens.Deployment.Facts;
using LeakLens.Deployment.Files;
using LeakLens.Engine;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Deployments;

/// <summary>What a search of folders takes for a file of a deployment: by its name, or, of YAML and scripts, by what it says near its beginning.</summary>
public static class DeploymentFiles
{
    /// <summary>In bytes: whatever a YAML file or script is about, it says so in these.</summary>
    private const int Beginning = 64 << 10;

    /// <summary>Other files of the same folder that an editor looks into.</summary>
    private const int MostNeighbours = 30;

    private const int LargestNeighbour = 1 << 20;

    /// <summary>Whether a scan takes a file that it meets.</summary>
    public static bool IsWanted(FileInfo file)
    {
        var isScript = DeploymentNames.IsScript(file.Name);
        if (!isScript && DeploymentNames.KindOf(file.Name) is not DeploymentKind.Other)
        {
            return true;
        }

        if (!(isScript || DeploymentNames.IsYaml(file.Name)) || file.Length == 0)
        {
            return false;
        }

        try
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var start = new byte[(int)Math.Min(Beginning, file.Length)];
            var text = System.Text.Encoding.UTF8.GetString(start, 0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
            return isScript ? DeploymentNames.SpeaksOfContainers(text) : DeploymentNames.SpeaksOfDeployment(text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // What it is cannot be known, and nobody asked for it.
        }
    }

    /// <summary>Who reads a file where it is no Python; null for Python. It knows the file alone.</summary>
    public static TextLanguage? LanguageOf(string path) => DeploymentNames.MayBeDeployment(path) ? new DeploymentLanguage(path, DeploymentFacts.None) : null;

    /// <summary>As above; it knows the other files of the same folder, too.</summary>
    public static TextLanguage? LanguageWithNeighbours(string fullPath) =>
        DeploymentNames.MayBeDeployment(fullPath) ? new DeploymentLanguage(fullPath.Replace('\\', '/'), new DeploymentFacts(Neighbours(fullPath), [])) : null;

    private static List<DeploymentFile> Neighbours(string fullPath)
    {
        var found = new List<DeploymentFile>();
        try
        {
            var folder = new DirectoryInfo(Path.GetDirectoryName(fullPath) ?? fullPath);
            var files = folder.EnumerateFiles().Where(static file => DeploymentNames.MayBeDeployment(file.Name) && file.Length <= LargestNeighbour).Take(10 * MostNeighbours).OrderBy(static file => file.Name, StringComparer.Ordinal);
            foreach (var file in files.Where(file => !string.Equals(file.FullName, fullPath, StringComparison.Ordinal)).Take(MostNeighbours))
            {
                var text = DocumentLoader.Decode(DocumentLoader.ReadBytes(new ScanSource(file.Name, file.FullName, IsNamed: false)));
                found.Add(DeploymentReader.Read(file.FullName.Replace('\\', '/'), text));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DocumentException)
        {
            // What the others say is not known then.
        }

        return found;
    }
}
