using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>Where a name, or an attribute of that name, is read.</summary>
internal sealed class UseFinder : SyntaxVisitor
{
    private readonly string _name;
    private readonly bool _isAttribute;

    public UseFinder(string name, bool isAttribute)
    {
        _name = name;
        _isAttribute = isAttribute;
    }

    public List<Expression> Found { get; } = [];

    public override void VisitName(Name node)
    {
        if (!_isAttribute && node.Context is ExpressionContext.Load && string.Equals(node.Id, _name, StringComparison.Ordinal))
        {
            Found.Add(node);
        }
    }

    public override void VisitAttribute(Python.Syntax.Attribute node)
    {
        if (_isAttribute && node.Context is ExpressionContext.Load && string.Equals(node.Name, _name, StringComparison.Ordinal))
        {
            Found.Add(node);
        }

        Visit(node.Value);
    }
}
