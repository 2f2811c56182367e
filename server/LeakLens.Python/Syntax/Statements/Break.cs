namespace LeakLens.Python.Syntax;

/// <summary><c>break</c>.</summary>
public sealed class Break : Statement
{
    public Break(int start, int end)
        : base(start, end)
    {
    }

    public override SyntaxKind Kind => SyntaxKind.Break;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitBreak(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
