namespace LeakLens.Python.Syntax;

/// <summary><c>yield value</c>.</summary>
public sealed class Yield : Expression
{
    public Yield(int start, int end, Expression? value)
        : base(start, end)
    {
        Value = value;
    }

    public Expression? Value { get; }

    public override SyntaxKind Kind => SyntaxKind.Yield;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitYield(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitOptional(Value);
    }
}
