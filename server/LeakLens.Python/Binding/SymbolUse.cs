namespace LeakLens.Python.Binding;

/// <summary>How a scope reaches a name, as CPython's symtable has it.</summary>
public enum SymbolUse
{
    Local,
    Cell,
    Free,
    GlobalImplicit,
    GlobalExplicit,
}
