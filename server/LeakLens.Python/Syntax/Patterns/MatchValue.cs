namespace LeakLens.Python.Syntax;

/// <summary>A value compared by equality.</summary>
public sealed class MatchValue : Pattern
{
    public MatchValue(int start, int end, Expression value)
        : base(start, end)
    {
        Value = value;
    }

    public Expression Value { get; }

    public override SyntaxKind Kind => SyntaxKind.MatchValue;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitMatchValue(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Value);
    }
}
