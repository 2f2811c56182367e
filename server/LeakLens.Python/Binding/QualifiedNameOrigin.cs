namespace LeakLens.Python.Binding;

/// <summary>How a module comes to a name that it does not define.</summary>
public enum QualifiedNameOrigin
{
    /// <summary>An import says so.</summary>
    Import,

    /// <summary>Nothing binds the name, and Python's <c>builtins</c> has it.</summary>
    Builtin,

    /// <summary>Perhaps from a <c>from x import *</c>, which is not read: nothing else binds the name, or it might replace a builtin.</summary>
    Wildcard,
}
