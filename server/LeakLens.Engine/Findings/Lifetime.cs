namespace LeakLens.Engine.Findings;

/// <summary>How long the owner of a growing object lives.</summary>
public enum Lifetime
{
    /// <summary>Until the function that made it returns.</summary>
    Function,

    /// <summary>As long as whoever got it from the function keeps it.</summary>
    Caller,

    /// <summary>As long as the closure is held.</summary>
    Closure,

    /// <summary>As long as the instance.</summary>
    Instance,

    /// <summary>As long as the class.</summary>
    Class,

    /// <summary>As long as the module: until the interpreter ends.</summary>
    Module,

    /// <summary>As long as the process, held by the interpreter or a library.</summary>
    Process,

    /// <summary>Handed to code that is not seen.</summary>
    Escaped,
}
