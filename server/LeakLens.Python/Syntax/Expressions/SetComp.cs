using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>{element for ...}</c>.</summary>
public sealed class SetComp : Expression, IScopeNode
{
    public SetComp(int start, int end, Expression element, ImmutableArray<Comprehension> generators)
        : base(start, end)
    {
        Element = element;
        Generators = generators;
    }

    public Expression Element { get; }

    public ImmutableArray<Comprehension> Generators { get; }

    int IScopeNode.ScopeNumber { get; set; } = -1;

    public override SyntaxKind Kind => SyntaxKind.SetComp;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitSetComp(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Element);
        visitor.VisitAll(Generators);
    }
}
