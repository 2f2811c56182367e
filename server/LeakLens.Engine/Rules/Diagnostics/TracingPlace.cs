namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>What kind of code starts tracing.</summary>
internal enum TracingPlace
{
    /// <summary>Code of the module: the end of the process ends it.</summary>
    Module,

    /// <summary>A function or method that does its work and is done.</summary>
    Function,

    /// <summary>The body of a decorator: once for each function that it decorates.</summary>
    Decorator,

    /// <summary>What a decorator puts in place of a function: with every call.</summary>
    Wrapper,

    /// <summary>What enters a context manager.</summary>
    Enter,

    /// <summary>What makes an instance.</summary>
    Maker,
}
