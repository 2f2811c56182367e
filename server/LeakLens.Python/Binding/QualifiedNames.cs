using System.Collections.Concurrent;
using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary>
/// Says where the names of a tree come from, without looking at the order in which its code runs: a name that imports bind is what
/// they say, unless anything else gives it a value. <c>name = None</c>, which marks a failed import, is not anything else, nor is
/// <c>del name</c>. Asking costs a few look-ups; any number of threads may ask.
/// </summary>
public sealed class QualifiedNames
{
    private const int MaxCandidates = 8;

    private readonly ScopeTree _scopes;

    /// <summary>The symbols that imports bind; null for those that something else binds too.</summary>
    private readonly Dictionary<Symbol, QualifiedName?> _imported = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Symbol> _rebound = new(ReferenceEqualityComparer.Instance);

    /// <summary>Names that nothing in the tree binds, once they were asked for.</summary>
    private readonly ConcurrentDictionary<string, QualifiedName?> _unbound = new(StringComparer.Ordinal);

    internal QualifiedNames(ScopeTree scopes)
    {
        _scopes = scopes;
        FindRebound();
        foreach (var binding in scopes.Imports)
        {
            AddImport(binding);
        }
    }

    /// <summary>Where a name or a chain of attributes on one comes from; false when that is not known.</summary>
    public bool TryResolve(Expression expression, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out QualifiedName? name)
    {
        name = Resolve(expression);
        return name is not null;
    }

    /// <summary>Where a name or a chain of attributes on one comes from; null when that is not known.</summary>
    public QualifiedName? Resolve(Expression expression) => expression switch
    {
        Name name when _scopes.GetScopeOf(name) is { } scope => Resolve(scope, scope.Symbols[name.SymbolIndex]),
        Syntax.Attribute attribute => Resolve(attribute.Value)?.GetMember(attribute.Name),
        _ => null,
    };

    /// <summary>Where a name of a scope comes from; null when that is not known.</summary>
    public QualifiedName? Resolve(Scope scope, Symbol symbol)
    {
        var owner = _scopes.GetOwner(scope, symbol);
        if (owner is not null && _imported.TryGetValue(owner, out var imported))
        {
            return imported;
        }

        var isBound = owner is not null && (owner.IsBound || _rebound.Contains(owner));
        return isBound ? null : _unbound.GetOrAdd(symbol.Name, static (name, self) => self.ResolveUnbound(name), this);
    }

    /// <summary>A function may give values to names of the module or of a function around it.</summary>
    private void FindRebound()
    {
        foreach (var scope in _scopes.All)
        {
            foreach (var symbol in scope.Symbols)
            {
                var isOutside = (symbol.Flags & (SymbolFlags.Global | SymbolFlags.Nonlocal)) != SymbolFlags.None;
                if (isOutside && (symbol.Flags & SymbolFlags.Rebound) != SymbolFlags.None && _scopes.GetOwner(scope, symbol) is { } owner)
                {
                    _rebound.Add(owner);
                }
            }
        }
    }

    private void AddImport(ImportBinding binding)
    {
        if (_scopes.GetOwner(binding.Scope, binding.Symbol) is not { } owner)
        {
            return;
        }

        if ((owner.Flags & (SymbolFlags.Rebound | SymbolFlags.Parameter)) != SymbolFlags.None || _rebound.Contains(owner))
        {
            _imported[owner] = null;
            return;
        }

        var target = binding.Target;
        if (!_imported.TryGetValue(owner, out var earlier))
        {
            _imported[owner] = new QualifiedName([target], QualifiedNameOrigin.Import);
        }
        else if (earlier is not null && !earlier.MayBe(target))
        {
            // A name that may be anything is not known.
            _imported[owner] = earlier.Candidates.Length < MaxCandidates ? new QualifiedName(earlier.Candidates.Add(target), QualifiedNameOrigin.Import) : null;
        }
    }

    private QualifiedName? ResolveUnbound(string name)
    {
        var candidates = ImmutableArray.CreateBuilder<string>();
        var isBuiltin = BuiltinNames.All.Contains(name);
        if (isBuiltin)
        {
            candidates.Add($"builtins.{name}");
        }

        // A star import brings no private names unless `__all__` names them. The later one wins.
        var stars = _scopes.StarImports;
        for (var i = stars.Count - 1; i >= 0 && candidates.Count < MaxCandidates && !name.StartsWith('_'); i--)
        {
            candidates.Add(ImportBinding.Join(stars[i], name));
        }

        return candidates.Count == 0 ? null : new QualifiedName(candidates.DrainToImmutable(), isBuiltin ? QualifiedNameOrigin.Builtin : QualifiedNameOrigin.Wildcard);
    }
}
