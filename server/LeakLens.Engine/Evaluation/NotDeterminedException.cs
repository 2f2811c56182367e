namespace LeakLens.Engine.Evaluation;

/// <summary>The exact run came to something that the program does not determine by itself, or that takes too much: the abstract run answers.</summary>
internal sealed class NotDeterminedException : Exception
{
    /// <summary>The stack of the thread was too small.</summary>
    public bool NeedsStack { get; init; }

    /// <summary>All was determined so far: there was too much of it.</summary>
    public bool IsTooMuch { get; init; }
}
