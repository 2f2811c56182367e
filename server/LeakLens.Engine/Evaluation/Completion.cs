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

    /// <summary>A generator stopped at a <c>yield</c>.</summary>
    Suspend,

    /// <summary>A raise that waits for the handlers of its <c>try</c>.</summary>
    Caught,

    /// <summary>The end of a <c>try</c> body, waiting for what the handlers do.</summary>
    FellThrough,

    /// <summary>It never ends: what stands behind it does not run.</summary>
    Diverge,
}
