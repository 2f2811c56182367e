namespace LeakLens.Python.Syntax;

/// <summary><c>None</c>, <c>True</c> or <c>False</c>, compared by identity.</summary>
public sealed class MatchSingleton : Pattern
{
    public MatchSingleton(int start, int end, Constant value)
        : base(start, end)
    {
        Value = value;
    }

    public Constant Value { get; }

    public override SyntaxKind Kind => SyntaxKind.MatchSingleton;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitMatchSingleton(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Value);
    }
}
