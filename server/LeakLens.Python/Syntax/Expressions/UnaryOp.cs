namespace LeakLens.Python.Syntax;

/// <summary><c>op operand</c>.</summary>
public sealed class UnaryOp : Expression
{
    public UnaryOp(int start, int end, UnaryOperator @operator, Expression operand)
        : base(start, end)
    {
        Operator = @operator;
        Operand = operand;
    }

    public UnaryOperator Operator { get; }

    public Expression Operand { get; }

    public override SyntaxKind Kind => SyntaxKind.UnaryOp;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitUnaryOp(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Operand);
    }
}
