namespace LeakLens.Python.Binding;

/// <summary>A name as one scope sees it.</summary>
public sealed class Symbol
{
    private byte _use;

    internal Symbol(string name, int index)
    {
        Name = name;
        Index = index;
    }

    /// <summary>The name, private ones of a class mangled (<c>__x</c> in <c>class C</c> is <c>_C__x</c>).</summary>
    public string Name { get; }

    /// <summary>Position in <see cref="Scope.Symbols"/>: the slot of the name in a frame of that scope.</summary>
    public int Index { get; }

    public SymbolUse Use
    {
        get => (SymbolUse)_use;
        internal set => _use = (byte)value;
    }

    public bool IsParameter => (Flags & SymbolFlags.Parameter) != SymbolFlags.None;

    /// <summary>Bound anywhere in the scope: assigned, imported, defined, deleted, a parameter.</summary>
    public bool IsBound => (Flags & SymbolFlags.Bound) != SymbolFlags.None;

    public bool IsImported => (Flags & SymbolFlags.Import) != SymbolFlags.None;

    public bool IsReferenced => (Flags & SymbolFlags.Use) != SymbolFlags.None;

    /// <summary>Named by an annotation without being assigned by it.</summary>
    public bool IsAnnotated => (Flags & SymbolFlags.Annotated) != SymbolFlags.None;

    internal SymbolFlags Flags { get; set; }
}
