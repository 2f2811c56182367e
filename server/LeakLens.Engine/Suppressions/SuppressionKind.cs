namespace LeakLens.Engine.Suppressions;

/// <summary>How somebody said that a finding is accepted.</summary>
public enum SuppressionKind
{
    /// <summary>At the end of the line.</summary>
    Line,

    /// <summary>Alone on the line above a statement, for all of it.</summary>
    Statement,

    /// <summary>Between a disable and its enable.</summary>
    Range,

    /// <summary>For the file.</summary>
    File,

    /// <summary>A comment that other tools read, too.</summary>
    Noqa,

    /// <summary>A large allocation that was justified in a comment.</summary>
    Allowance,

    /// <summary>A large allocation that was justified for the whole run.</summary>
    Run,

    /// <summary>It was there before LeakLens was: a baseline names it.</summary>
    Baseline,
}
