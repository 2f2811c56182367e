namespace LeakLens.Python.Syntax;

/// <summary><c>*name</c> inside a sequence pattern; null for <c>*_</c>.</summary>
public sealed class MatchStar : Pattern
{
    public MatchStar(int start, int end, string? name)
        : base(start, end)
    {
        Name = name;
    }

    public string? Name { get; }

    public override SyntaxKind Kind => SyntaxKind.MatchStar;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitMatchStar(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
