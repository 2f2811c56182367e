namespace LeakLens.Python.Syntax;

/// <summary><c>continue</c>.</summary>
public sealed class Continue : Statement
{
    public Continue(int start, int end)
        : base(start, end)
    {
    }

    public override SyntaxKind Kind => SyntaxKind.Continue;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitContinue(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
