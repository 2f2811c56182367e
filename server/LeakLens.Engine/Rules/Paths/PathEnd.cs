namespace LeakLens.Engine.Rules.Paths;

/// <summary>How a way ends on which something was not released.</summary>
internal enum PathEnd
{
    /// <summary>The last statement is done.</summary>
    End,

    /// <summary>A <c>return</c>.</summary>
    Return,

    /// <summary>A <c>raise</c> or a failed <c>assert</c>.</summary>
    Raise,

    /// <summary>It is acquired again while it is held.</summary>
    Again,

    /// <summary>However the function is left: something raised an exception on the way, and without that it would have been released.</summary>
    Exception,
}
