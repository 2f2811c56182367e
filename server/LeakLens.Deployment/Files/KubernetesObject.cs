using LeakLens.Deployment.Yaml;

namespace LeakLens.Deployment.Files;

/// <summary>One object of a manifest.</summary>
public sealed record KubernetesObject(string Kind, string Name, string? Namespace, YamlMapping Node)
{
    /// <summary>The pod that it makes, as a template or itself; null for what makes none.</summary>
    public YamlMapping? Pod { get; init; }

    /// <summary>It runs to an end.</summary>
    public bool IsJob => Kind is "Job" or "CronJob";
}
