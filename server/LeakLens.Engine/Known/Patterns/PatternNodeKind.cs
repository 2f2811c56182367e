namespace LeakLens.Engine.Known.Patterns;

/// <summary>The forms of <see cref="PatternNode"/>.</summary>
internal enum PatternNodeKind
{
    Set,
    Sequence,
    Choice,
    Group,
    Greedy,
    Lazy,
    Possessive,
    Atomic,
    Reference,
    Conditional,
    LookAhead,
    NotAhead,
    LookBehind,
    NotBehind,

    /// <summary><c>^</c> and <c>$</c>.</summary>
    LineStart,
    LineEnd,

    /// <summary><c>\A</c> and <c>\Z</c>.</summary>
    TextStart,
    TextEnd,
    WordBorder,
    NoWordBorder,
}
