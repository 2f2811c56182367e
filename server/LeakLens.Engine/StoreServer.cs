namespace LeakLens.Engine;

/// <summary>What the workspace says about the store that its programs write to: all configurations that were found agree on it.</summary>
/// <param name="Evicts">When it is full it drops keys, whether they have an expiry or not: it is a cache.</param>
/// <param name="Source">Where that is said, for messages.</param>
public sealed record StoreServer(bool Evicts, string Source);
