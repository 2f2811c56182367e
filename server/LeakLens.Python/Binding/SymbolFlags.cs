namespace LeakLens.Python.Binding;

/// <summary>What a scope's own code does with a name; CPython's <c>DEF_*</c> and <c>USE</c>.</summary>
[Flags]
internal enum SymbolFlags : byte
{
    None = 0,
    Global = 1,
    Nonlocal = 2,
    Local = 4,
    Parameter = 8,
    Import = 16,
    Use = 32,
    Annotated = 64,

    /// <summary>Given a value that is neither an import's nor the placeholder <c>None</c>: what the name stands for is not known from its imports alone.</summary>
    Rebound = 128,
    Assigned = Local | Rebound,
    Bound = Local | Parameter | Import,
}
