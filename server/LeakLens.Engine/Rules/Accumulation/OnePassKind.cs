namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>What the only use of a list asks of it.</summary>
internal enum OnePassKind
{
    /// <summary>A loop or comprehension walks through it.</summary>
    Loop,

    /// <summary><c>any</c> and <c>all</c> stop at the item that decides.</summary>
    Question,

    /// <summary><c>sum</c>, <c>min</c> and <c>max</c> take one item after the other.</summary>
    Total,

    /// <summary><c>len</c>.</summary>
    Count,

    /// <summary><c>set</c> and <c>frozenset</c> copy it.</summary>
    Copy,

    /// <summary>The first item.</summary>
    First,
}
