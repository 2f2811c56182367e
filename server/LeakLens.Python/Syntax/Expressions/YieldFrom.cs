namespace LeakLens.Python.Syntax;

/// <summary><c>yield from value</c>.</summary>
public sealed class YieldFrom : Expression
{
    public YieldFrom(int start, int end, Expression value)
        : base(start, end)
    {
        Value = value;
    }

    public Expression Value { get; }

    public override SyntaxKind Kind => SyntaxKind.YieldFrom;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitYieldFrom(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Value);
    }
}
