namespace LeakLens.Engine.Rules.Paths;

/// <summary>What happens at a point of a <see cref="FlowGraph"/>.</summary>
internal enum FlowPointKind
{
    /// <summary>A statement or an expression is evaluated.</summary>
    Code,

    /// <summary>An expression decides which way to go on.</summary>
    Test,

    /// <summary>A loop fetches its next item, or ends.</summary>
    Iteration,

    /// <summary>The block of a <c>with</c> is left: the exit method of its manager runs.</summary>
    Leave,

    /// <summary>Nothing is evaluated: the way on depends on what is not known.</summary>
    Choice,

    /// <summary>The last statement is done.</summary>
    End,

    /// <summary>A <c>return</c> leaves the function.</summary>
    ReturnEnd,

    /// <summary>An exception leaves the function.</summary>
    RaiseEnd,
}
