using LeakLens.Deployment.Files;
using LeakLens.Deployment.Yaml;
using LeakLens.Engine.Findings;

namespace LeakLens.Deployment.Rules;

/// <summary>LL803 in manifests.</summary>
internal static class KubernetesGaps
{
    public static IEnumerable<HardeningGap> Find(DeploymentContext context, KubernetesObject item)
    {
        if (item.Kind is "PodSecurityPolicy")
        {
            yield return new HardeningGap(item.Node.FindEntry("kind")?.Key.Span ?? item.Node.Span, "a PodSecurityPolicy, which Kubernetes does not know since 1.25 (label the namespace with a Pod Security Standard)", []);
        }

        if (item.Kind is "NetworkPolicy" && item.Node.Mapping("spec") is { } spec && spec.FindEntry("ingress") is { Value: YamlSequence { Items: [YamlMapping { Entries.Count: 0 }, ..] } } rules)
        {
            yield return new HardeningGap(rules.Key.Span, "a NetworkPolicy that lets everybody in", []);
        }

        foreach (var container in context.File.Containers.Where(container => ReferenceEquals(container.Owner, item) && container.Image is not null && !container.IsOpen))
        {
            foreach (var gap in Find(context, container))
            {
                yield return gap;
            }
        }
    }

    private static IEnumerable<HardeningGap> Find(DeploymentContext context, Container container)
    {
        var own = container.Node.Mapping("securityContext");
        var pod = container.Owner?.Pod?.Mapping("securityContext");
        var missing = new List<string>();
        if (!IsUser(own, pod))
        {
            missing.Add("runAsNonRoot: true");
        }

        if (own?.Text("readOnlyRootFilesystem") is null)
        {
            missing.Add("readOnlyRootFilesystem: true");
        }

        if (missing.Count > 0)
        {
            var what = missing.Count == 2 ? "may run as root on a file system that it can write to" : missing[0].StartsWith("run", StringComparison.Ordinal) ? "may run as root" : "a root file system that can be written to";
            yield return new HardeningGap(container.Place, what, Add(context, container, missing) is { } edit ? [edit] : []);
        }

        foreach (var (key, bad, what) in ((string, string, string)[])[("privileged", "true", "a privileged container"), ("allowPrivilegeEscalation", "true", "privileges may be raised"), ("readOnlyRootFilesystem", "false", "a root file system that can be written to")])
        {
            if (own?.FindEntry(key) is { Value: YamlScalar value } && string.Equals(value.Value, bad, StringComparison.Ordinal))
            {
                yield return new HardeningGap(value.Span, what, [context.Write.Replace(value.Span, bad is "true" ? "false" : "true")]);
            }
        }

        if (Images.IsUnpinned(container.Image ?? ""))
        {
            yield return new HardeningGap(container.ImageSpan, "an image that is another one tomorrow", []);
        }
    }

    private static bool IsUser(YamlMapping? own, YamlMapping? pod) =>
        (own?.Text("runAsNonRoot") ?? pod?.Text("runAsNonRoot")) is "true" || (own?.Text("runAsUser") ?? pod?.Text("runAsUser")) is { } user and not "0" && user.Length > 0;

    private static TextEdit? Add(DeploymentContext context, Container container, List<string> missing) => container.Node.FindEntry("securityContext") switch
    {
        null => context.Write.AddEntry(container.Node, ["securityContext:", .. missing.Select(static line => "  " + line)]),
        { Value: YamlMapping { Entries.Count: > 0, IsFlow: false } own } => context.Write.AddEntry(own, [.. missing]),
        { Value: YamlMapping { Entries.Count: > 0 } own } => context.Write.AddFirst(own, string.Join(", ", missing)),
        var empty => context.Write.SetBlock(empty, [.. missing]),
    };
}
