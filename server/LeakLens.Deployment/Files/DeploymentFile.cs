using System.Collections.Immutable;
using LeakLens.Deployment.Yaml;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>A file of a deployment, read. What does not belong to its kind is empty.</summary>
/// <param name="Path">As reports call it, with forward slashes.</param>
public sealed record DeploymentFile(string Path, DeploymentKind Kind, SourceText Text)
{
    /// <summary>The documents of a YAML file; null for others.</summary>
    public YamlFile? Yaml { get; init; }

    public ImmutableArray<TextSpan> Comments { get; init; } = [];

    public ImmutableArray<SyntaxError> Errors { get; init; } = [];

    public ImmutableArray<KubernetesObject> Objects { get; init; } = [];

    public ImmutableArray<Container> Containers { get; init; } = [];

    /// <summary>The instructions of a Dockerfile.</summary>
    public ImmutableArray<DockerInstruction> Instructions { get; init; } = [];

    /// <summary>The commands of a script that start containers.</summary>
    public ImmutableArray<ContainerRun> Runs { get; init; } = [];

    /// <summary>The lines of a store's configuration, the assignments in a unit's section of the service.</summary>
    public ImmutableArray<Setting> Settings { get; init; } = [];

    /// <summary>The folder that it lies in, without a slash at its end; empty for none.</summary>
    public string Folder => DeploymentNames.FolderOf(Path);
}
