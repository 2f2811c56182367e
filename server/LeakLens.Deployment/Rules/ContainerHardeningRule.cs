using System.Collections.Immutable;
using LeakLens.Deployment.Edits;
using LeakLens.Deployment.Files;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;

namespace LeakLens.Deployment.Rules;

/// <summary>LL803: settings that let an accident, or a stranger, do more harm than they must. One note an object: other tools are made for the whole of it.</summary>
internal sealed class ContainerHardeningRule : DeploymentRule
{
    public override string Id => "LL803";

    public override IEnumerable<Finding> Check(DeploymentContext context, RuleDescriptor rule)
    {
        IEnumerable<IEnumerable<HardeningGap>> subjects = context.File.Kind switch
        {
            DeploymentKind.Kubernetes => context.File.Objects.Select(item => KubernetesGaps.Find(context, item)),
            DeploymentKind.Dockerfile => [DockerfileGaps.Find(context)],
            DeploymentKind.Compose => [ComposeGaps(context)],
            DeploymentKind.Script => [RunGaps(context)],
            _ => [],
        };
        return subjects.Select(static gaps => gaps.ToImmutableArray()).Where(static gaps => !gaps.IsEmpty).Select(gaps => Tell(rule, gaps));
    }

    private static Finding Tell(RuleDescriptor rule, ImmutableArray<HardeningGap> gaps)
    {
        var first = gaps.MinBy(static gap => gap.Place.Start) ?? gaps[0];
        var what = string.Join(", ", gaps.Select(static gap => gap.What).Distinct(StringComparer.Ordinal));
        var fix = gaps.All(static gap => !gap.Edits.IsEmpty)
            ? YamlWriter.Unsafe("hardening", gaps.Length == 1 ? $"Harden it ({what})" : "Harden all of it", "a program that writes to its image, or needs root, stops working", [.. gaps.SelectMany(static gap => gap.Edits)])
            : null;
        var finding = DeploymentContext.Report(rule, rule.DefaultLevel, first.Place, $"more is allowed here than a service needs: {what}", "Grant what the service needs, and no more", fix);
        return finding with { Related = [.. gaps.Where(gap => gap != first).Take(20).Select(static gap => new RelatedPlace(gap.Place, gap.What))] };
    }

    private static IEnumerable<HardeningGap> RunGaps(DeploymentContext context)
    {
        foreach (var run in context.File.Runs)
        {
            if (run.Find("privileged") is { Value.Text: "" or "true" } privileged)
            {
                yield return new HardeningGap(privileged.Span, "a privileged container", [RunMemory.Remove(context, privileged)]);
            }
        }
    }

    private static IEnumerable<HardeningGap> ComposeGaps(DeploymentContext context)
    {
        foreach (var service in context.File.Containers)
        {
            if (service.Node.FindEntry("privileged") is { Value: Yaml.YamlScalar { Value: "true" } } privileged)
            {
                yield return new HardeningGap(privileged.Key.Span, "a privileged container", context.Write.Remove(service.Node, privileged) is { } edit ? [edit] : []);
            }
        }
    }
}
