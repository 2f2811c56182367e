using System.Collections.Immutable;
using LeakLens.Deployment.Amounts;
using LeakLens.Deployment.Yaml;

namespace LeakLens.Deployment.Files;

/// <summary>Finds the services of a Compose file.</summary>
internal static class ComposeReader
{
    private const int MostServices = 2_000;

    /// <returns>Null when the text has no services that run an image.</returns>
    public static DeploymentFile? TryRead(DeploymentFile file)
    {
        if (file.Yaml?.Documents is not [YamlMapping root, ..] || root.Mapping("services") is not { } services)
        {
            return null;
        }

        var containers = ImmutableArray.CreateBuilder<Container>();
        foreach (var entry in services.Entries.Take(MostServices))
        {
            if (entry.Value is YamlMapping service)
            {
                containers.Add(Read(file, entry.Key, service));
            }
        }

        var runs = containers.Any(static container => container.Image is not null || container.BuildFolder is not null);
        return runs || file.Kind is DeploymentKind.Compose ? file with { Kind = DeploymentKind.Compose, Containers = containers.DrainToImmutable() } : null;
    }

    private static Container Read(DeploymentFile file, YamlScalar name, YamlMapping service)
    {
        var image = service.Scalar("image");
        return new Container(name.Value, service, name.Span)
        {
            Image = image is { IsNull: false, IsFilledIn: false } ? image.Value : null,
            ImageSpan = image?.Span ?? default,
            Command = [.. CommandWords.Of(file.Text, service.Find("entrypoint")), .. CommandWords.Of(file.Text, service.Find("command"))],
            Limit = MemoryValue.From(service.Scalar("deploy", "resources", "limits", "memory") ?? service.Scalar("mem_limit"), AmountDialect.Docker),
            Request = MemoryValue.From(service.Scalar("deploy", "resources", "reservations", "memory") ?? service.Scalar("mem_reservation"), AmountDialect.Docker),
            IsOpen = service.Find("extends") is not null || service.FindEntry("<<") is { Value: YamlScalar },
            BuildFolder = (service.Find("build") as YamlScalar)?.Value ?? service.Text("build", "context"),
            BuildFile = service.Text("build", "dockerfile") ?? "Dockerfile",
            IsService = service.Find("deploy") is not null || service.Text("restart") is "always" or "unless-stopped" || service.Text("restart")?.StartsWith("on-failure", StringComparison.Ordinal) == true,
        };
    }
}
