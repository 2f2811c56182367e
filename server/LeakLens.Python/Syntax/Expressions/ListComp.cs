using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>[element for ...]</c>.</summary>
public sealed class ListComp : Expression, IScopeNode
{
    public ListComp(int start, int end, Expression element, ImmutableArray<Comprehension> generators)
        : base(start, end)
    {
        Element = element;
        Generators = generators;
    }

    public Expression Element { get; }

    public ImmutableArray<Comprehension> Generators { get; }

    int IScopeNode.ScopeNumber { get; set; } = -1;

    public override SyntaxKind Kind => SyntaxKind.ListComp;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitListComp(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Element);
        visitor.VisitAll(Generators);
    }
}
