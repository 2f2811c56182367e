namespace LeakLens.Python.Binding;

/// <summary>A name as one scope sees it.</summary>
public sealed class Symbol
{
    internal Symbol(string name, int index)
    {
        Name = name;
        Index = index;
    }

    public string Name { get; }

    /// <summary>Position in <see cref="Scope.Symbols"/>: the slot of the name in a frame of that scope.</summary>
    public int Index { get; }

    public SymbolUse Use { get; internal set; }

    public bool IsParameter { get; internal set; }

    /// <summary>Bound anywhere in the scope: assigned, imported, defined, deleted, a parameter.</summary>
    public bool IsBound { get; internal set; }

    public bool IsImported { get; internal set; }

    public bool IsReferenced { get; internal set; }
}
