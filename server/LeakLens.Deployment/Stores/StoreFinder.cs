using System.Collections.Immutable;
using LeakLens.Deployment.Files;
using LeakLens.Deployment.Yaml;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Stores;

/// <summary>Finds the stores of a deployment by their images, their programs and their files.</summary>
public static class StoreFinder
{
    public static IEnumerable<StoreSettings> Find(DeploymentFile file)
    {
        if (KindOf(file.Kind) is { } kind)
        {
            var place = file.Settings.IsEmpty ? default : file.Settings[0].Span;
            yield return new StoreSettings(kind, file.Path[(file.Path.LastIndexOf('/') + 1)..], place, file.Settings) { IsFile = true };
            yield break;
        }

        foreach (var container in file.Containers)
        {
            if (Find(container) is { } store)
            {
                yield return store;
            }
        }
    }

    /// <summary>The store that a container runs; null for any other.</summary>
    public static StoreSettings? Find(Container container)
    {
        if (KindOf(container) is not { } kind || container.IsInit)
        {
            return null;
        }

        var settings = SettingReader.OfCommand(container.Command);
        var hasFile = container.Command.Any(static word => word.Text.Contains(".conf", StringComparison.Ordinal) || word.Text.Contains('$', StringComparison.Ordinal));
        var takesVariables = container.Image?.Contains("bitnami", StringComparison.Ordinal) == true || container.Node.Find("env_file") is not null || container.Node.Find("envFrom") is not null;
        return new StoreSettings(kind, container.Name, container.Place, settings)
        {
            Container = container,
            IsOpen = container.IsOpen || hasFile || takesVariables || settings.Any(static setting => setting.Name is "flagfile"),
        };
    }

    /// <summary>The host's files that a service of Compose mounts, relative to the file; of short and long form.</summary>
    public static IEnumerable<string> MountedFiles(Container container)
    {
        foreach (var volume in container.Node.Items("volumes").Take(200))
        {
            var source = volume is YamlScalar { Value: var written } ? written.Split(':')[0] : (volume as YamlMapping)?.Text("source");
            if (source is ['.', '/', ..])
            {
                yield return source[2..];
            }
        }
    }

    private static StoreKind? KindOf(DeploymentKind kind) => kind switch
    {
        DeploymentKind.RedisConfiguration => StoreKind.Redis,
        DeploymentKind.DragonflyFlags => StoreKind.Dragonfly,
        DeploymentKind.MemcachedConfiguration => StoreKind.Memcached,
        _ => null,
    };

    private static StoreKind? KindOf(Container container) => container.ImageName switch
    {
        "redis" or "valkey" or "keydb" or "redis-stack" or "redis-stack-server" => StoreKind.Redis,
        "dragonfly" => StoreKind.Dragonfly,
        "memcached" => StoreKind.Memcached,
        _ => null,
    };
}
