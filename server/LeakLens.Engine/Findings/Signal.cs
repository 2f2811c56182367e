namespace LeakLens.Engine.Findings;

/// <summary>
/// One thing that speaks for a leak. Each alone is weak: ordinary code has loops, and keeps things. What several say of one object
/// is a finding of more weight than each of them.
/// </summary>
public enum Signal
{
    /// <summary>It happens as often as the profile counts as often.</summary>
    Repetition,

    /// <summary>One time leaves 1 KiB and more behind.</summary>
    Size,

    /// <summary>What holds it outlives the code that grows it.</summary>
    Persistence,

    /// <summary>Nothing lets go of anything.</summary>
    NoRelease,

    /// <summary>Memory is traced or profiled meanwhile.</summary>
    Tracing,

    /// <summary>Memory is measured, and whatever the number is, the program goes on.</summary>
    UnenforcedReading,

    /// <summary>Nothing in the file makes use of what is collected.</summary>
    WriteOnly,

    /// <summary>A closure, decorator, context manager, default or class attribute carries it from call to call.</summary>
    Carrier,

    /// <summary>The objects refer to each other in a ring.</summary>
    Cycle,

    /// <summary>The code that does it was hidden.</summary>
    HiddenCode,

    /// <summary>No end is known: every call, or an endless loop, adds more.</summary>
    OpenEnded,
}
