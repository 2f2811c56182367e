namespace LeakLens.Python.Syntax;

/// <summary><c>await value</c>.</summary>
public sealed class Await : Expression
{
    public Await(int start, int end, Expression value)
        : base(start, end)
    {
        Value = value;
    }

    public Expression Value { get; }

    public override SyntaxKind Kind => SyntaxKind.Await;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitAwait(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Value);
    }
}
