namespace LeakLens.Python.Syntax;

/// <summary>An expression that is missing or unreadable. CPython has no such node.</summary>
public sealed class InvalidExpression : Expression
{
    public InvalidExpression(int start, int end)
        : base(start, end)
    {
    }

    public override SyntaxKind Kind => SyntaxKind.InvalidExpression;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitInvalidExpression(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
