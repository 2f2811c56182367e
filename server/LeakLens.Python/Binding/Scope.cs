using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary>A region in which names are bound: module, class, function, lambda, comprehension or type parameters.</summary>
public sealed class Scope
{
    private readonly Dictionary<string, Symbol> _byName;

    internal Scope(ScopeKind kind, SyntaxNode node, Scope? parent, Dictionary<string, Symbol> byName)
    {
        Kind = kind;
        Node = node;
        Parent = parent;
        _byName = byName;
    }

    public ScopeKind Kind { get; }

    public SyntaxNode Node { get; }

    public Scope? Parent { get; }

    public ImmutableArray<Symbol> Symbols { get; internal set; } = [];

    public ImmutableArray<Scope> Children { get; internal set; } = [];

    /// <summary>A function whose body contains <c>yield</c>.</summary>
    public bool IsGenerator { get; internal set; }

    public Symbol? Find(string name) => _byName.GetValueOrDefault(name);
}
