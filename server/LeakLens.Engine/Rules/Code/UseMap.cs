using LeakLens.Python.Binding;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>Where each variable and each attribute of a text is used. One pass over the tree, made when a rule first asks.</summary>
internal sealed class UseMap : SyntaxVisitor
{
    private readonly ScopeTree _scopes;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<Symbol, List<Name>> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, List<Python.Syntax.Attribute>> _attributes = new(StringComparer.Ordinal);

    private UseMap(SyntaxTree tree, CancellationToken cancellation)
    {
        _scopes = tree.GetScopes(cancellation);
        _cancellation = cancellation;
    }

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static UseMap Of(SyntaxTree tree, CancellationToken cancellation)
    {
        var map = new UseMap(tree, cancellation);
        map.Visit(tree.Root);
        return map;
    }

    /// <summary>The variable that a name stands for; null for builtins.</summary>
    public Symbol? OwnerOf(Name name) => _scopes.GetScopeOf(name) is { } scope ? _scopes.GetOwner(scope, scope.Symbols[name.SymbolIndex]) : null;

    /// <summary>The variable is the module's.</summary>
    public bool IsOfModule(Symbol owner) => ReferenceEquals(_scopes.Module.Find(owner.Name), owner);

    /// <summary>Every place where the variable is read, bound or deleted by an expression, in the order of the text.</summary>
    public IReadOnlyList<Name> UsesOf(Symbol owner) => _names.TryGetValue(owner, out var uses) ? uses : [];

    /// <summary>Every attribute of this name, whatever it is an attribute of.</summary>
    public IReadOnlyList<Python.Syntax.Attribute> AttributesNamed(string name) => _attributes.TryGetValue(name, out var uses) ? uses : [];

    public override void VisitName(Name node)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (OwnerOf(node) is not { } owner)
        {
            return;
        }

        if (!_names.TryGetValue(owner, out var uses))
        {
            _names[owner] = uses = [];
        }

        uses.Add(node);
    }

    public override void VisitAttribute(Python.Syntax.Attribute node)
    {
        if (!_attributes.TryGetValue(node.Name, out var uses))
        {
            _attributes[node.Name] = uses = [];
        }

        uses.Add(node);
        base.VisitAttribute(node);
    }
}
