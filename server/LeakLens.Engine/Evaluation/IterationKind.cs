namespace LeakLens.Engine.Evaluation;

/// <summary>What an iterator does with its sources.</summary>
internal enum IterationKind
{
    Over,
    Enumerate,
    Zip,
    Map,
}
