namespace LeakLens.Engine.Known.Patterns;

/// <summary>What one instruction of a compiled pattern does.</summary>
internal enum PatternOperation
{
    /// <summary>Takes one character of a set.</summary>
    Take,

    /// <summary>Takes as many characters of a set as there are, from so many to so many; gives some back when what follows fails.</summary>
    TakeMany,

    /// <summary>As before, as few as will do.</summary>
    TakeFew,

    /// <summary>Goes on at the first address; when that fails, at the second.</summary>
    Try,
    Jump,

    /// <summary>Notes the place in a register.</summary>
    Save,

    /// <summary>Jumps when the place is still the one in a register: a repetition that took nothing ends.</summary>
    JumpIfSame,
    Reference,

    /// <summary>Goes on behind the next instructions up to a Done when those match here, or do not.</summary>
    Look,

    /// <summary>As Look, but takes what they matched and never tries another way.</summary>
    Atomic,
    JumpUnless,
    Assert,
    Done,
}
