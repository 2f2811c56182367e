namespace LeakLens.Engine.Facts;

/// <summary>How what holds a container holds it.</summary>
public enum Holding
{
    /// <summary>A name of the module, or anything else.</summary>
    Other,

    /// <summary>An attribute of an instance.</summary>
    Instance,

    /// <summary>An attribute of a class.</summary>
    Class,

    /// <summary>An attribute of a function.</summary>
    Function,

    /// <summary>The default of a parameter.</summary>
    Default,

    /// <summary>A name that a function closes over.</summary>
    Closure,

    /// <summary>An argument that functools.partial keeps for a function.</summary>
    Bound,
}
