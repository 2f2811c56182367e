namespace LeakLens.Engine.Rules.Libraries;

/// <summary>How often code runs, as far as one file tells.</summary>
internal enum Repetition
{
    /// <summary>At most a few times in the life of a process.</summary>
    Few,

    /// <summary>Nobody in the file says.</summary>
    Unknown,

    /// <summary>In a loop over what has no fixed end, or for each request, task or message.</summary>
    Many,
}
