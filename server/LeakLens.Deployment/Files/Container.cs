using System.Collections.Immutable;
using LeakLens.Deployment.Yaml;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>Something that runs an image: a container of Kubernetes, a service of Compose.</summary>
public sealed record Container(string Name, YamlMapping Node, TextSpan Place)
{
    /// <summary>The object whose template it stands in; null for Compose.</summary>
    public KubernetesObject? Owner { get; init; }

    public string? Image { get; init; }

    public TextSpan ImageSpan { get; init; }

    /// <summary>What is run in it, as far as the file says so: entry point and arguments.</summary>
    public ImmutableArray<Word> Command { get; init; } = [];

    public MemoryValue? Limit { get; init; }

    public MemoryValue? Request { get; init; }

    /// <summary>A template or another file adds to it: what is not here may be there.</summary>
    public bool IsOpen { get; init; }

    /// <summary>It runs before the others and ends.</summary>
    public bool IsInit { get; init; }

    /// <summary>Where it is built, relative to the file; null for what is only pulled.</summary>
    public string? BuildFolder { get; init; }

    /// <summary>The file that says how it is built, relative to the build folder.</summary>
    public string BuildFile { get; init; } = "Dockerfile";

    /// <summary>It is meant to go on running: a workload of Kubernetes, a service that is started again.</summary>
    public bool IsService { get; init; }

    /// <summary>The image without registry, tag and digest; empty for none.</summary>
    public string ImageName => NameOfImage(Image ?? "");

    internal static string NameOfImage(string image)
    {
        var name = image.Split('@')[0];
        name = name[(name.LastIndexOf('/') + 1)..];
        return name.Split(':')[0];
    }
}
