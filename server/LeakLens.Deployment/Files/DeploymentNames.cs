namespace LeakLens.Deployment.Files;

/// <summary>What a path says about a file. A YAML file may be anything, and so may a script: its text decides.</summary>
public static class DeploymentNames
{
    /// <summary>Whether a file may be one of a deployment; of YAML, the text has to be asked as well.</summary>
    public static bool MayBeDeployment(string path) => IsYaml(path) || KindOf(path) is not DeploymentKind.Other;

    public static bool IsYaml(string path) => Ends(path, ".yaml") || Ends(path, ".yml");

    /// <summary>What the name alone says; <see cref="DeploymentKind.Other"/> for what it does not.</summary>
    public static DeploymentKind KindOf(string path)
    {
        var name = NameOf(path);
        if (IsYaml(name))
        {
            return IsComposeName(name) ? DeploymentKind.Compose : name is "values.yaml" ? DeploymentKind.HelmValues : DeploymentKind.Other;
        }

        return name switch
        {
            _ when IsDockerfile(name) => DeploymentKind.Dockerfile,
            _ when IsScript(name) => DeploymentKind.Script,
            _ when Ends(name, ".service") => DeploymentKind.SystemdUnit,
            _ when Ends(name, ".conf") && (Starts(name, "redis") || Starts(name, "valkey") || Starts(name, "keydb")) => DeploymentKind.RedisConfiguration,
            _ when Starts(name, "dragonfly") && (Ends(name, ".flags") || Ends(name, ".conf")) => DeploymentKind.DragonflyFlags,
            _ when Ends(name, ".conf") && Starts(name, "memcached") => DeploymentKind.MemcachedConfiguration,
            _ => DeploymentKind.Other,
        };
    }

    /// <summary>Whether a YAML text is likely to be worth reading: asked of its beginning before it is read whole.</summary>
    public static bool SpeaksOfDeployment(ReadOnlySpan<char> text) =>
        (text.Contains("apiVersion", StringComparison.Ordinal) && text.Contains("kind", StringComparison.Ordinal)) || HasLine(text, "services:") || (HasLine(text, "groups:") && text.Contains("alert:", StringComparison.Ordinal));

    /// <summary>Most scripts and Makefiles start no containers: their text has to be asked as well.</summary>
    public static bool IsScript(string path) => NameOf(path) is var name && (Ends(name, ".sh") || Ends(name, ".bash") || Ends(name, ".mk") || name is "Makefile" or "makefile" or "GNUmakefile");

    /// <summary>As <see cref="SpeaksOfDeployment"/>, of a script.</summary>
    public static bool SpeaksOfContainers(ReadOnlySpan<char> text) =>
        text.Contains("docker", StringComparison.Ordinal) || text.Contains("podman", StringComparison.Ordinal) || text.Contains("nerdctl", StringComparison.Ordinal);

    internal static string NameOf(string path) => path[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..];

    internal static string FolderOf(string path) => path.LastIndexOfAny(['/', '\\']) is var at && at > 0 ? path[..at].Replace('\\', '/') : "";

    private static bool IsComposeName(string name) => Starts(name, "docker-compose") || Starts(name, "compose.") || Starts(name, "compose-");

    private static bool IsDockerfile(string name) =>
        name is "Dockerfile" or "Containerfile" || Starts(name, "Dockerfile.") || Starts(name, "Containerfile.") || Ends(name, ".dockerfile");

    private static bool HasLine(ReadOnlySpan<char> text, string start)
    {
        for (var from = 0; text[from..].IndexOf(start, StringComparison.Ordinal) is var at && at >= 0; from += at + 1)
        {
            var place = from + at;
            if (place == 0 || text[place - 1] is '\n' or '\uFEFF')
            {
                return true;
            }
        }

        return false;
    }

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(string name, string start) => name.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
