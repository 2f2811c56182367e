namespace LeakLens.Python.Syntax;

/// <summary><c>target := value</c>.</summary>
public sealed class NamedExpr : Expression
{
    public NamedExpr(int start, int end, Name target, Expression value)
        : base(start, end)
    {
        Target = target;
        Value = value;
    }

    public Name Target { get; }

    public Expression Value { get; }

    public override SyntaxKind Kind => SyntaxKind.NamedExpr;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitNamedExpr(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Target);
        visitor.Visit(Value);
    }
}
