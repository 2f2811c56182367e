namespace LeakLens.Engine.Evaluation;

/// <summary>How a statement ended.</summary>
internal enum Completion
{
    Normal,
    Break,
    Continue,
    Return,
    Raise,

    /// <summary>The consumer of a generator stopped: the generator's frame is left.</summary>
    Unwind,

    /// <summary>It never ends: what stands behind it does not run.</summary>
    Diverge,
}
