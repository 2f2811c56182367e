namespace LeakLens.Python.Syntax;

/// <summary><c>left op right</c>.</summary>
public sealed class BinOp : Expression
{
    public BinOp(int start, int end, Expression left, BinaryOperator @operator, Expression right)
        : base(start, end)
    {
        Left = left;
        Operator = @operator;
        Right = right;
    }

    public Expression Left { get; }

    public BinaryOperator Operator { get; }

    public Expression Right { get; }

    public override SyntaxKind Kind => SyntaxKind.BinOp;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitBinOp(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Left);
        visitor.Visit(Right);
    }
}
