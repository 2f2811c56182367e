namespace LeakLens.Deployment.Stores;

/// <summary>A program that keeps other programs' data in memory.</summary>
public enum StoreKind
{
    /// <summary>Redis, Valkey, KeyDB: one configuration language.</summary>
    Redis,

    Dragonfly,

    Memcached,
}
