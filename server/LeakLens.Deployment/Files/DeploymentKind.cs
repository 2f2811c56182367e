namespace LeakLens.Deployment.Files;

/// <summary>What a file tells whom.</summary>
public enum DeploymentKind
{
    /// <summary>YAML that is nothing of what follows.</summary>
    Other,

    /// <summary>Objects of Kubernetes, or a Helm template of some.</summary>
    Kubernetes,

    /// <summary>Services of Docker Compose.</summary>
    Compose,

    /// <summary>The default values of a Helm chart.</summary>
    HelmValues,

    /// <summary>Alerts of Prometheus as plain files.</summary>
    PrometheusRules,

    Dockerfile,

    /// <summary>A script of a shell, or a Makefile: what it runs may be containers.</summary>
    Script,

    /// <summary>A unit of systemd.</summary>
    SystemdUnit,

    /// <summary>redis.conf, valkey.conf.</summary>
    RedisConfiguration,

    /// <summary>A file of flags for Dragonfly.</summary>
    DragonflyFlags,

    /// <summary>Debian's memcached.conf: one option a line.</summary>
    MemcachedConfiguration,
}
