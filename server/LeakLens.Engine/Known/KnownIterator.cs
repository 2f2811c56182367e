namespace LeakLens.Engine.Known;

/// <summary>An iterator over values that are all known.</summary>
internal sealed record KnownIterator(KnownSequence Items);
