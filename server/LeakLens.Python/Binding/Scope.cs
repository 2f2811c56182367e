using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary>A region in which names are bound: module, class, function, lambda, comprehension or type parameters.</summary>
public sealed class Scope
{
    /// <summary>Most scopes have few names: up to here a walk over them beats a dictionary.</summary>
    private const int MaxLinear = 16;

    private readonly List<Symbol> _symbols = [];
    private readonly List<Scope> _children = [];
    private Dictionary<string, Symbol>? _byName;
    private ImmutableArray<Symbol> _frozen;

    internal Scope(ScopeKind kind, SyntaxNode node, Scope? parent, string? className, int number)
    {
        Kind = kind;
        Node = node;
        Parent = parent;
        ClassName = className;
        Number = number;
    }

    public ScopeKind Kind { get; }

    public SyntaxNode Node { get; }

    public Scope? Parent { get; }

    public ImmutableArray<Symbol> Symbols => _frozen;

    public ImmutableArray<Scope> Children { get; private set; }

    /// <summary>A function whose body contains <c>yield</c>.</summary>
    public bool IsGenerator { get; internal set; }

    /// <summary>A function with its own namespace: lambdas, comprehensions and type parameters are, modules and classes are not.</summary>
    public bool IsFunctionLike => Kind is not (ScopeKind.Module or ScopeKind.Class);

    /// <summary>The innermost class around, whose name mangles private names.</summary>
    internal string? ClassName { get; }

    /// <summary>Position among all scopes of the tree.</summary>
    internal int Number { get; }

    internal List<Symbol> Growing => _symbols;

    public Symbol? Find(string name)
    {
        if (_byName is not null)
        {
            return _byName.GetValueOrDefault(name);
        }

        var symbols = CollectionsMarshal.AsSpan(_symbols);
        foreach (var symbol in symbols)
        {
            // Names of one tree are nearly always one string.
            if (ReferenceEquals(symbol.Name, name))
            {
                return symbol;
            }
        }

        foreach (var symbol in symbols)
        {
            if (string.Equals(symbol.Name, name, StringComparison.Ordinal))
            {
                return symbol;
            }
        }

        return null;
    }

    internal Symbol GetOrAdd(string name)
    {
        if (Find(name) is { } found)
        {
            return found;
        }

        var symbol = new Symbol(name, _symbols.Count);
        _symbols.Add(symbol);
        if (_byName is not null)
        {
            _byName.Add(name, symbol);
        }
        else if (_symbols.Count > MaxLinear)
        {
            _byName = new Dictionary<string, Symbol>(4 * MaxLinear, StringComparer.Ordinal);
            foreach (var each in _symbols)
            {
                _byName.Add(each.Name, each);
            }
        }

        return symbol;
    }

    internal void AddChild(Scope child) => _children.Add(child);

    internal List<Scope> GrowingChildren => _children;

    internal void Freeze()
    {
        _frozen = [.. _symbols];
        Children = [.. _children];
    }
}
