namespace LeakLens.Engine.Evaluation;

/// <summary>What an iterator does with its sources.</summary>
internal enum IterationKind
{
    Over,

    /// <summary>Counts for ever: itertools.count.</summary>
    Count,
    Enumerate,
    Zip,
    Map,
    Filter,
}
