using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>(element for ...)</c>.</summary>
public sealed class GeneratorExp : Expression, IScopeNode
{
    public GeneratorExp(int start, int end, Expression element, ImmutableArray<Comprehension> generators)
        : base(start, end)
    {
        Element = element;
        Generators = generators;
    }

    public Expression Element { get; }

    public ImmutableArray<Comprehension> Generators { get; }

    int IScopeNode.ScopeNumber { get; set; } = -1;

    public override SyntaxKind Kind => SyntaxKind.GeneratorExp;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitGeneratorExp(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Element);
        visitor.VisitAll(Generators);
    }
}
