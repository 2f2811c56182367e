namespace LeakLens.Python.Syntax;

/// <summary><c>pattern as name</c>, a bare capture, or the wildcard when both are null.</summary>
public sealed class MatchAs : Pattern
{
    public MatchAs(int start, int end, Pattern? pattern, string? name)
        : base(start, end)
    {
        Pattern = pattern;
        Name = name;
    }

    public Pattern? Pattern { get; }

    public string? Name { get; }

    public override SyntaxKind Kind => SyntaxKind.MatchAs;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitMatchAs(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitOptional(Pattern);
    }
}
