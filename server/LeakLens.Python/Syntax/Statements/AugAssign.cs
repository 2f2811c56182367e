namespace LeakLens.Python.Syntax;

/// <summary><c>target op= value</c>.</summary>
public sealed class AugAssign : Statement
{
    public AugAssign(int start, int end, Expression target, BinaryOperator @operator, Expression value)
        : base(start, end)
    {
        Target = target;
        Operator = @operator;
        Value = value;
    }

    public Expression Target { get; }

    public BinaryOperator Operator { get; }

    public Expression Value { get; }

    public override SyntaxKind Kind => SyntaxKind.AugAssign;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitAugAssign(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Target);
        visitor.Visit(Value);
    }
}
