using System.Collections.Immutable;
using LeakLens.Deployment.Amounts;
using LeakLens.Deployment.Yaml;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>Finds objects, their pods and containers in the documents of a manifest.</summary>
internal static class KubernetesReader
{
    /// <summary>Aliases let a short text speak of more containers than there are: nobody has more in one file.</summary>
    private const int MostContainers = 2_000;

    /// <returns>Null when no document is an object.</returns>
    public static DeploymentFile? TryRead(DeploymentFile file)
    {
        var objects = ImmutableArray.CreateBuilder<KubernetesObject>();
        foreach (var root in file.Yaml?.Documents ?? [])
        {
            AddObjects(root as YamlMapping, objects, inList: false);
        }

        if (objects.Count == 0)
        {
            return null;
        }

        var containers = ImmutableArray.CreateBuilder<Container>();
        foreach (var item in objects)
        {
            AddContainers(file, item, item.Pod, containers);
        }

        return file with { Kind = DeploymentKind.Kubernetes, Objects = objects.DrainToImmutable(), Containers = containers.DrainToImmutable() };
    }

    private static void AddObjects(YamlMapping? node, ImmutableArray<KubernetesObject>.Builder objects, bool inList)
    {
        if (node?.Text("kind") is not { } kind || node.Text("apiVersion") is null || objects.Count == MostContainers)
        {
            return;
        }

        if (kind.EndsWith("List", StringComparison.Ordinal) && node.Find("items") is YamlSequence items && !inList)
        {
            foreach (var item in items.Items)
            {
                AddObjects(item as YamlMapping, objects, inList: true);
            }

            return;
        }

        objects.Add(new KubernetesObject(kind, node.Text("metadata", "name") ?? "", node.Text("metadata", "namespace"), node) { Pod = PodOf(kind, node) });
    }

    private static YamlMapping? PodOf(string kind, YamlMapping node) => kind switch
    {
        "Pod" => node.Mapping("spec"),
        "CronJob" => node.Mapping("spec", "jobTemplate", "spec", "template", "spec"),
        "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "ReplicationController" or "Job" or "Rollout" => node.Mapping("spec", "template", "spec"),
        "Service" when node.Text("apiVersion")?.StartsWith("serving.knative.dev/", StringComparison.Ordinal) == true => node.Mapping("spec", "template", "spec"),
        _ => null,
    };

    private static void AddContainers(DeploymentFile file, KubernetesObject owner, YamlMapping? pod, ImmutableArray<Container>.Builder containers)
    {
        foreach (var list in (ReadOnlySpan<string>)["initContainers", "containers"])
        {
            foreach (var item in pod?.Items(list) ?? [])
            {
                if (containers.Count < MostContainers && item is YamlMapping { Entries.Count: > 0 } node)
                {
                    containers.Add(Read(file, owner, node) with { IsInit = list[0] == 'i' });
                }
            }
        }
    }

    private static Container Read(DeploymentFile file, KubernetesObject owner, YamlMapping node)
    {
        var name = node.Scalar("name");
        var image = node.Scalar("image");
        var resources = node.Find("resources");
        return new Container(name?.Value ?? owner.Name, node, name?.Span ?? node.Entries[0].Key.Span)
        {
            Owner = owner,
            Image = image is { IsNull: false, IsFilledIn: false } ? image.Value : null,
            ImageSpan = image?.Span ?? default,
            Command = [.. CommandWords.Of(file.Text, node.Find("command")), .. CommandWords.Of(file.Text, node.Find("args"))],
            Limit = MemoryValue.From(node.Scalar("resources", "limits", "memory"), AmountDialect.Kubernetes),
            Request = MemoryValue.From(node.Scalar("resources", "requests", "memory"), AmountDialect.Kubernetes),
            IsOpen = resources is YamlScalar { IsFilledIn: true } || node.Find("resources", "limits") is YamlScalar { IsFilledIn: true } || file.Yaml?.HasIncludeIn(Reach(file.Text, node)) == true,
            IsService = !owner.IsJob,
        };
    }

    /// <summary>A template at the end of a container stands behind its last value: the lines that follow and are no less indented belong to it.</summary>
    private static TextSpan Reach(SourceText text, YamlMapping node)
    {
        var indentation = text.GetPosition(node.Span.Start, ColumnUnit.Utf16).Column;
        var line = text.Lines.GetLine(node.Span.End) + 1;
        while (line < text.Lines.Count && text.Text.AsSpan(text.Lines.GetStart(line), text.Lines.GetEnd(line) - text.Lines.GetStart(line)) is var written
            && (written.Trim().IsEmpty || written.Length - written.TrimStart().Length >= indentation))
        {
            line++;
        }

        return TextSpan.FromBounds(node.Span.Start, line < text.Lines.Count ? text.Lines.GetStart(line) : text.Length);
    }
}
