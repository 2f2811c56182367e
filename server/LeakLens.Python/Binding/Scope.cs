using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary>A region in which names are bound: module, class, function, lambda, comprehension or type parameters.</summary>
public sealed class Scope
{
    /// <summary>Most scopes have few names: up to here a walk over them beats a dictionary.</summary>
    private const int MaxLinear = 16;

    private Symbol[] _symbols = [];
    private int _count;
    private List<Scope>? _children;
    private SymbolIndex? _index;

    /// <summary>A name that is not the one string that the tree has for its text: from then on names are compared, not only references.</summary>
    private bool _hasOwnStrings;

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

    public ImmutableArray<Symbol> Symbols { get; private set; }

    public ImmutableArray<Scope> Children { get; private set; }

    /// <summary>A function whose body contains <c>yield</c>.</summary>
    public bool IsGenerator { get; internal set; }

    /// <summary>A function with its own namespace: lambdas, comprehensions and type parameters are, modules and classes are not.</summary>
    public bool IsFunctionLike => Kind is not (ScopeKind.Module or ScopeKind.Class);

    /// <summary>The innermost class around, whose name mangles private names.</summary>
    internal string? ClassName { get; }

    /// <summary>Position among all scopes of the tree.</summary>
    internal int Number { get; }

    /// <summary>The symbols so far.</summary>
    internal ReadOnlySpan<Symbol> Growing => _symbols.AsSpan(0, _count);

    internal ReadOnlySpan<Scope> GrowingChildren => CollectionsMarshal.AsSpan(_children);

    public Symbol? Find(string name) => _index is null ? FindReference(name) ?? FindText(name) : _index.Find(_symbols, name);

    /// <summary>A name of the tree: equal ones are one string.</summary>
    internal Symbol GetOrAdd(string name) =>
        (_index is not null ? _index.Find(_symbols, name) : FindReference(name) ?? (_hasOwnStrings ? FindText(name) : null)) ?? Add(name);

    /// <summary>A name that was made, as private names of classes are.</summary>
    internal Symbol GetOrAddMade(string name)
    {
        _hasOwnStrings = true;
        return GetOrAdd(name);
    }

    internal void AddChild(Scope child) => (_children ??= []).Add(child);

    internal void Freeze()
    {
        Array.Resize(ref _symbols, _count);
        Symbols = ImmutableCollectionsMarshal.AsImmutableArray(_symbols);
        Children = _children is null ? [] : [.. _children];
    }

    private Symbol? FindReference(string name)
    {
        foreach (var symbol in Growing)
        {
            if (ReferenceEquals(symbol.Name, name))
            {
                return symbol;
            }
        }

        return null;
    }

    private Symbol? FindText(string name)
    {
        foreach (var symbol in Growing)
        {
            if (string.Equals(symbol.Name, name, StringComparison.Ordinal))
            {
                return symbol;
            }
        }

        return null;
    }

    private Symbol Add(string name)
    {
        var symbol = new Symbol(name, _count);
        if (_count == _symbols.Length)
        {
            Array.Resize(ref _symbols, Math.Max(8, 2 * _count));
        }

        _symbols[_count++] = symbol;
        if (_count > MaxLinear)
        {
            _index ??= new SymbolIndex();
            _index.Update(Growing);
        }

        return symbol;
    }
}
