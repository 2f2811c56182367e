namespace LeakLens.Engine.Rules.Paths;

/// <summary>Why one point follows another.</summary>
internal enum FlowEdgeKind
{
    /// <summary>It simply comes next.</summary>
    Next,

    /// <summary>The test came out true.</summary>
    True,

    /// <summary>The test came out false.</summary>
    False,

    /// <summary>A <c>for</c> has no items left.</summary>
    Exhausted,

    /// <summary>A <c>raise</c> or a failed <c>assert</c>.</summary>
    Raise,

    /// <summary>Something that was called or looked up raised an exception.</summary>
    Exception,

    /// <summary>An exception goes on outwards, past a handler for <c>OSError</c>: no file and no other machine failed.</summary>
    PastFailure,
}
