using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary>All scopes of a tree, with every name resolved as CPython's <c>symtable</c> does.</summary>
public sealed class ScopeTree
{
    private readonly Dictionary<SyntaxNode, Scope> _byNode;

    private ScopeTree(Scope module, Dictionary<SyntaxNode, Scope> byNode)
    {
        Module = module;
        _byNode = byNode;
    }

    public Scope Module { get; }

    /// <summary>Builds the scopes, and gives every <see cref="Name"/> of the tree its <see cref="Name.SymbolIndex"/>.</summary>
    public static ScopeTree Build(SyntaxTree tree)
    {
        var builder = new ScopeBuilder(tree.Root);
        var module = builder.Build();
        NameResolver.Resolve(module);
        foreach (var annotation in builder.Detached)
        {
            NameResolver.FreezeUnresolved(annotation);
        }

        return new ScopeTree(module, builder.ByNode);
    }

    /// <summary>The scope that a module, class, function, lambda or comprehension opens.</summary>
    public Scope GetScope(SyntaxNode node) => _byNode[node];
}
