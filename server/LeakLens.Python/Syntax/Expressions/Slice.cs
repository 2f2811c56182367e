namespace LeakLens.Python.Syntax;

/// <summary><c>lower:upper:step</c> inside a subscript.</summary>
public sealed class Slice : Expression
{
    public Slice(int start, int end, Expression? lower, Expression? upper, Expression? step)
        : base(start, end)
    {
        Lower = lower;
        Upper = upper;
        Step = step;
    }

    public Expression? Lower { get; }

    public Expression? Upper { get; }

    public Expression? Step { get; }

    public override SyntaxKind Kind => SyntaxKind.Slice;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitSlice(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitOptional(Lower);
        visitor.VisitOptional(Upper);
        visitor.VisitOptional(Step);
    }
}
