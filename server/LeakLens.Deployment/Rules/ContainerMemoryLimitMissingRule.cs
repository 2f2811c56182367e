using LeakLens.Deployment.Edits;
using LeakLens.Deployment.Files;
using LeakLens.Deployment.Yaml;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;

namespace LeakLens.Deployment.Rules;

/// <summary>LL801: nothing says how much memory a container may take, or what would stop it is switched off.</summary>
internal sealed class ContainerMemoryLimitMissingRule : DeploymentRule
{
    private const string Review = "the amounts are a first guess";

    public override string Id => "LL801";

    public override IEnumerable<Finding> Check(DeploymentContext context, RuleDescriptor rule) => context.File.Kind switch
    {
        DeploymentKind.Kubernetes => context.File.Containers.Select(container => CheckKubernetes(context, rule, container)).OfType<Finding>().Concat(MemoryVolumes(context, rule)),
        DeploymentKind.Compose => context.File.Containers.SelectMany(container => CheckCompose(context, rule, container)),
        DeploymentKind.HelmValues => CheckValues(context, rule),
        DeploymentKind.Script => RunMemory.Check(context, rule),
        DeploymentKind.SystemdUnit => UnitMemory.Check(context, rule),
        _ => [],
    };

    private static Finding? CheckKubernetes(DeploymentContext context, RuleDescriptor rule, Container container)
    {
        var isPatch = container.Node.Find("image") is null;
        if (container.Limit is not null || container.IsOpen || isPatch || container.Owner is null
            || context.Facts.IsLimitedElsewhere(container) || context.Facts.HasDefaultLimit(context.File, container.Owner.Namespace))
        {
            return null;
        }

        var level = container.IsInit ? FindingLevel.Note : rule.DefaultLevel;
        return DeploymentContext.Report(rule, level, container.Place, $"container {container.Name} may take all memory of its node: it has no memory limit",
            "Set resources.limits.memory to what it needs at its worst, and requests to what it needs usually", KubernetesFix(context.Write, container.Node));
    }

    private static Fix? KubernetesFix(YamlWriter write, YamlMapping container)
    {
        const string Title = "Set a memory limit of 512Mi";
        var edit = container.FindEntry("resources") switch
        {
            null => write.AddEntry(container, "resources:", "  requests:", "    memory: 256Mi", "    cpu: 250m", "  limits:", "    memory: 512Mi", "    cpu: 500m"),
            { Value: YamlMapping { Entries.Count: > 0 } resources } => AddLimit(write, resources),
            var empty => write.SetBlock(empty, "requests:", "  memory: 256Mi", "  cpu: 250m", "limits:", "  memory: 512Mi", "  cpu: 500m"),
        };
        return YamlWriter.Unsafe("memory-limit", Title, Review, edit);
    }

    private static TextEdit? AddLimit(YamlWriter write, YamlMapping resources) => resources.FindEntry("limits") switch
    {
        null when resources.IsFlow => write.AddFirst(resources, "limits: { memory: 512Mi }"),
        null => write.AddFirst(resources, "limits: { memory: 512Mi }"),
        { Value: YamlMapping limits } => write.AddFirst(limits, "memory: 512Mi"),
        var empty => write.SetBlock(empty, "memory: 512Mi"),
    };

    /// <summary>What is written to a volume in memory is memory of the pod.</summary>
    private static IEnumerable<Finding> MemoryVolumes(DeploymentContext context, RuleDescriptor rule)
    {
        foreach (var volume in context.File.Objects.SelectMany(static item => item.Pod?.Items("volumes") ?? []).OfType<YamlMapping>().Take(1000))
        {
            if (volume.FindEntry("emptyDir") is { Value: YamlMapping directory } entry && directory.Text("medium") is "Memory" && directory.Find("sizeLimit") is null)
            {
                var fix = YamlWriter.Unsafe("size-limit", "Set a size limit of 64Mi", Review, context.Write.AddFirst(directory, "sizeLimit: 64Mi"));
                yield return DeploymentContext.Report(rule, rule.DefaultLevel, entry.Key.Span, $"volume {volume.Text("name")} lies in memory and has no size limit: what is written to it counts as memory of the pod",
                    "Set emptyDir.sizeLimit", fix);
            }
        }
    }

    private static IEnumerable<Finding> CheckCompose(DeploymentContext context, RuleDescriptor rule, Container service)
    {
        if (service.Limit is null && !service.IsOpen && (service.Image is not null || service.BuildFolder is not null))
        {
            var deploy = service.Node.Mapping("deploy", "resources", "limits");
            var edit = deploy is not null ? context.Write.AddFirst(deploy, "memory: 512m") : context.Write.AddEntry(service.Node, "mem_limit: 512m");
            yield return DeploymentContext.Report(rule, service.IsService ? rule.DefaultLevel : FindingLevel.Note, service.Place,
                $"service {service.Name} may take all memory of the machine: it has no memory limit",
                "Set mem_limit, or deploy.resources.limits.memory", YamlWriter.Unsafe("memory-limit", "Set a memory limit of 512m", Review, edit));
        }

        if (service.Node.FindEntry("oom_kill_disable") is { Value: YamlScalar { Value: "true" } } disabled)
        {
            yield return DeploymentContext.Report(rule, rule.DefaultLevel, disabled.Key.Span, $"service {service.Name} is not ended when memory runs out: it hangs, and others are ended in its place",
                "Leave the kernel's last resort switched on", YamlWriter.Unsafe("oom-kill", "Remove oom_kill_disable", "the service can be ended when memory runs out", context.Write.Remove(service.Node, disabled)));
        }

        if (service.Node.FindEntry("oom_score_adj") is { Value: YamlScalar { Value: "-1000" } } spared)
        {
            yield return DeploymentContext.Report(rule, rule.DefaultLevel, spared.Key.Span, $"service {service.Name} is never ended when memory runs out, whatever it takes: others are ended in its place",
                "A score above -1000 keeps it last in line", YamlWriter.Unsafe("oom-score", "Raise it to -500", "the service can be ended, after all others", context.Write.Replace(spared.Value.Span, "-500")));
        }
    }

    /// <summary>Whoever installs the chart may set what its defaults leave empty.</summary>
    private static IEnumerable<Finding> CheckValues(DeploymentContext context, RuleDescriptor rule)
    {
        if (context.File.Yaml?.Documents is [YamlMapping root, ..] && root.FindEntry("resources") is { Value: YamlMapping { Entries.Count: 0 } } entry)
        {
            var edit = context.Write.SetBlock(entry, "requests:", "  memory: 256Mi", "  cpu: 250m", "limits:", "  memory: 512Mi", "  cpu: 500m");
            yield return DeploymentContext.Report(rule, FindingLevel.Note, entry.Key.Span, "the chart installs without a memory limit unless somebody sets one",
                "Give resources.limits.memory a default", YamlWriter.Unsafe("memory-limit", "Set a memory limit of 512Mi", Review, edit));
        }
    }
}
