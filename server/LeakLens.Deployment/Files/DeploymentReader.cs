using LeakLens.Deployment.Yaml;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>From a text to what it says about a deployment. Never throws, and takes time and memory in proportion to the text.</summary>
public static class DeploymentReader
{
    /// <param name="path">As reports call it; it says what kind of file this is, as far as a name can.</param>
    public static DeploymentFile Read(string path, SourceText text)
    {
        var kind = DeploymentNames.KindOf(path);
        if (DeploymentNames.IsYaml(path))
        {
            return ReadYaml(path, kind, text);
        }

        var file = new DeploymentFile(path.Replace('\\', '/'), kind, text);
        return kind switch
        {
            DeploymentKind.Dockerfile => DockerfileReader.Read(file),
            DeploymentKind.Script => ScriptReader.Read(file),
            DeploymentKind.SystemdUnit => SettingReader.ReadUnit(file),
            DeploymentKind.Other => file,
            _ => SettingReader.ReadLines(file),
        };
    }

    private static DeploymentFile ReadYaml(string path, DeploymentKind byName, SourceText text)
    {
        var yaml = YamlReader.Read(text);
        var file = new DeploymentFile(path.Replace('\\', '/'), byName, text) { Yaml = yaml, Comments = yaml.Comments, Errors = text.Text.Contains("{{", StringComparison.Ordinal) ? [] : yaml.Errors };
        if (byName is not DeploymentKind.HelmValues && KubernetesReader.TryRead(file) is { } manifest)
        {
            return manifest;
        }

        if (ComposeReader.TryRead(file) is { } compose)
        {
            return compose;
        }

        var isRules = yaml.Documents is [YamlMapping root, ..] && root.Items("groups").Any(static group => group is YamlMapping rules && rules.Items("rules").Count > 0);

        // Whatever else it is, it is no business of ours to say that it is not YAML.
        return isRules ? file with { Kind = DeploymentKind.PrometheusRules } : byName is DeploymentKind.HelmValues ? file : file with { Kind = DeploymentKind.Other, Errors = [] };
    }
}
