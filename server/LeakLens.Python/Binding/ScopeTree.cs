using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary>All scopes of a tree, with every name resolved as CPython's <c>symtable</c> does.</summary>
public sealed class ScopeTree
{
    private ScopeTree(Scope module, ScopeBuilder builder)
    {
        Module = module;
        All = builder.Scopes;
        Imports = builder.Imports;
        StarImports = builder.StarImports;
    }

    public Scope Module { get; }

    /// <summary>All scopes, the module's first.</summary>
    public IReadOnlyList<Scope> Scopes => All;

    /// <summary>The modules, and members of modules, that imports name: <c>a.b</c> of <c>import a.b</c> and of <c>from a.b import *</c>, <c>a.b.c</c> of <c>from a.b import c</c>.</summary>
    public IEnumerable<string> ImportedNames =>
        Imports.Select(static import => import.From is null ? import.Alias.Name : import.Target).Concat(StarImports.Select(static import => import.ModuleName ?? string.Empty));

    /// <summary>Names that imports give what they bind, with its name in the module: <c>b</c> and <c>a.c</c> of <c>from a import c as b</c>.</summary>
    public IEnumerable<(string Name, string Target)> ImportAliases => Imports.Where(static import => import.Alias.AsName is not null).Select(static import => (import.Symbol.Name, import.Target));

    internal List<Scope> All { get; }

    /// <summary>The names that imports bind, in the order in which they stand.</summary>
    public IReadOnlyList<ImportBinding> Imports { get; }

    internal List<ImportFrom> StarImports { get; }

    /// <summary>Builds the scopes, and gives every <see cref="Name"/> of the tree its <see cref="Name.SymbolIndex"/>.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static ScopeTree Build(SyntaxTree tree, CancellationToken cancellation = default)
    {
        var builder = new ScopeBuilder(tree.Root, cancellation);
        var module = builder.Build();
        NameResolver.Resolve(module);
        foreach (var annotation in builder.Detached)
        {
            NameResolver.FreezeUnresolved(annotation);
        }

        return new ScopeTree(module, builder);
    }

    /// <summary>The scope that a module, class, function, lambda or comprehension opens.</summary>
    public Scope GetScope(SyntaxNode node) =>
        node is IScopeNode { ScopeNumber: >= 0 and var number } ? All[number] : throw new ArgumentException($"{node.Kind} opens no scope.", nameof(node));

    /// <summary>The scope in which a name is evaluated; null for a name that binds and reads nothing, as in <c>(x): int</c>.</summary>
    public Scope? GetScopeOf(Name name) => name.ScopeNumber < 0 ? null : All[name.ScopeNumber];

    /// <summary>The name as the scope in which it is evaluated sees it.</summary>
    public Symbol? GetSymbol(Name name) => GetScopeOf(name)?.Symbols[name.SymbolIndex];

    /// <summary>
    /// The symbol that holds the value: of this scope, of a function around it, or of the module. Null when nothing in the tree binds
    /// the name there, as for builtins.
    /// </summary>
    public Symbol? GetOwner(Scope scope, Symbol symbol) => symbol.Use switch
    {
        _ when scope.Kind == ScopeKind.Annotation => FindAround(scope, symbol.Name),
        SymbolUse.Local or SymbolUse.Cell => symbol,
        SymbolUse.Free => FindAround(scope, symbol.Name),
        _ => Module.Find(symbol.Name),
    };

    private Symbol? FindAround(Scope scope, string name)
    {
        for (var outer = scope.Parent; outer is not null; outer = outer.Parent)
        {
            // Annotations that are text are read in the class they stand in too.
            var isVisible = outer.IsFunctionLike || (scope.Kind == ScopeKind.Annotation && outer == scope.Parent);
            if (isVisible && outer.Find(name) is { Use: SymbolUse.Local or SymbolUse.Cell } symbol)
            {
                return symbol;
            }
        }

        return Module.Find(name);
    }
}
