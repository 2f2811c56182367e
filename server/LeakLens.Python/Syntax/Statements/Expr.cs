namespace LeakLens.Python.Syntax;

/// <summary>An expression that stands as a statement.</summary>
public sealed class Expr : Statement
{
    public Expr(int start, int end, Expression value)
        : base(start, end)
    {
        Value = value;
    }

    public Expression Value { get; }

    public override SyntaxKind Kind => SyntaxKind.Expr;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitExpr(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Value);
    }
}
