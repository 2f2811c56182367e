namespace LeakLens.Deployment.Amounts;

/// <summary>Who reads an amount of memory: the same letters mean different bytes.</summary>
public enum AmountDialect
{
    /// <summary><c>512Mi</c> is 512 times 1,048,576, <c>512M</c> 512 million, <c>512m</c> half a byte.</summary>
    Kubernetes,

    /// <summary><c>512m</c>, <c>512mb</c>, <c>512MiB</c> are the same.</summary>
    Docker,

    /// <summary><c>512M</c>; small letters are not understood.</summary>
    Systemd,

    /// <summary><c>512mb</c> is 512 times 1,048,576, <c>512m</c> 512 million.</summary>
    Redis,

    /// <summary>Dragonfly's flags: <c>4gb</c>, <c>512mb</c>, <c>512MiB</c> are powers of two.</summary>
    Dragonfly,
}
