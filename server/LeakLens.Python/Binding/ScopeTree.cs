using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary>All scopes of a tree.</summary>
public sealed class ScopeTree
{
    private readonly Dictionary<SyntaxNode, Scope> _byNode;

    private ScopeTree(Scope module, Dictionary<SyntaxNode, Scope> byNode)
    {
        Module = module;
        _byNode = byNode;
    }

    public Scope Module { get; }

    public static ScopeTree Build(SyntaxTree tree)
    {
        var module = new Scope(ScopeKind.Module, tree.Root, parent: null, []);
        return new ScopeTree(module, new Dictionary<SyntaxNode, Scope> { [tree.Root] = module });
    }

    /// <summary>The scope that a module, class, function, lambda or comprehension opens.</summary>
    public Scope GetScope(SyntaxNode node) => _byNode[node];
}
