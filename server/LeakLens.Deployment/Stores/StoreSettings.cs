using System.Collections.Immutable;
using LeakLens.Deployment.Amounts;
using LeakLens.Deployment.Files;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Stores;

/// <summary>What a store is told, in a file of its own or in the command of its container.</summary>
/// <param name="Name">For messages: <c>redis.conf</c>, or the container.</param>
/// <param name="Place">The place that stands for all of it.</param>
public sealed record StoreSettings(StoreKind Kind, string Name, TextSpan Place, ImmutableArray<Setting> Settings)
{
    /// <summary>The settings that the store reads itself are in the file of the same text; else they are arguments.</summary>
    public bool IsFile { get; init; }

    /// <summary>The container that it runs in; null for a file.</summary>
    public Container? Container { get; init; }

    /// <summary>More settings are somewhere else: a file that is mounted, a variable.</summary>
    public bool IsOpen { get; init; }

    public AmountDialect Dialect => Kind is StoreKind.Redis ? AmountDialect.Redis : AmountDialect.Dragonfly;

    /// <summary>How much it may keep; null where nothing says so. Zero is no limit.</summary>
    public MemoryValue? MaxMemory => Find("maxmemory") is { Value.Text.Length: > 0 } setting ? MemoryValue.From(setting.Value, Dialect) : null;

    /// <summary>The last of a name counts.</summary>
    public Setting? Find(string name) => Settings.LastOrDefault(setting => string.Equals(setting.Name, name, StringComparison.Ordinal));

    /// <summary>Whether a flag is there, or a setting says yes.</summary>
    public bool IsOn(string name) => Find(name) is { } setting && setting.Value.Text is "" or "yes" or "true" or "1" or "on" or ['-', ..];

    /// <summary>When it is full, it lets go of something that it was given: it is a cache.</summary>
    public bool Evicts => Find("maxmemory-policy")?.Value.Text.StartsWith("allkeys", StringComparison.Ordinal) == true || (Kind is StoreKind.Dragonfly && IsOn("cache_mode")) || Kind is StoreKind.Memcached;
}
