using System.Collections.Frozen;
using System.Collections.Immutable;
using LeakLens.Deployment.Files;
using LeakLens.Deployment.Yaml;

namespace LeakLens.Deployment.Facts;

/// <summary>What is known beyond the file at hand: the other files of the deployment, and what the programs take.</summary>
public sealed class DeploymentFacts
{
    /// <summary>Nothing but the file itself.</summary>
    public static readonly DeploymentFacts None = new([], []);

    private readonly FrozenDictionary<string, DeploymentFile> _files;
    private readonly FrozenDictionary<string, ProgramMemory> _programs;
    private readonly FrozenSet<(string Kind, string Name, string Container)> _limited;
    private readonly FrozenSet<string> _defaults;

    /// <param name="programs">All Python files, those without a finding, too.</param>
    public DeploymentFacts(IEnumerable<DeploymentFile> files, IEnumerable<ProgramMemory> programs)
    {
        Files = [.. files.OrderBy(static file => file.Path, StringComparer.Ordinal)];
        _files = Files.DistinctBy(static file => file.Path, StringComparer.Ordinal).ToFrozenDictionary(static file => file.Path, StringComparer.Ordinal);
        _programs = programs.DistinctBy(static program => program.Path, StringComparer.Ordinal).ToFrozenDictionary(static program => program.Path, StringComparer.Ordinal);
        _limited = Files.SelectMany(static file => file.Containers).Where(static container => container.Limit is not null && container.Owner is not null)
            .Select(static container => (container.Owner?.Kind ?? "", container.Owner?.Name ?? "", container.Name)).ToFrozenSet();
        _defaults = Files.SelectMany(static file => file.Objects).Where(IsDefaultLimit).Select(static item => item.Namespace ?? "").ToFrozenSet(StringComparer.Ordinal);
    }

    public ImmutableArray<DeploymentFile> Files { get; }

    public DeploymentFile? FindFile(string path) => _files.GetValueOrDefault(path);

    public ProgramMemory? FindProgram(string path) => _programs.GetValueOrDefault(path);

    /// <summary>Whether a namespace gives every container a limit that has none of its own.</summary>
    public bool HasDefaultLimit(DeploymentFile file, string? inNamespace) =>
        _defaults.Contains(inNamespace ?? "") || file.Objects.Any(item => IsDefaultLimit(item) && string.Equals(item.Namespace ?? "", inNamespace ?? "", StringComparison.Ordinal));

    /// <summary>Whether an overlay, or the file that this one lies over, limits the same container.</summary>
    public bool IsLimitedElsewhere(Container container) => container.Owner is { Name.Length: > 0 } owner && _limited.Contains((owner.Kind, owner.Name, container.Name));

    private static bool IsDefaultLimit(KubernetesObject item) =>
        item.Kind is "LimitRange" && item.Node.Items("spec", "limits").Any(static limit => limit is YamlMapping mapping && mapping.Scalar("default", "memory") is not null);
}
