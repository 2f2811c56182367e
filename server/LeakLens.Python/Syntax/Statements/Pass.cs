namespace LeakLens.Python.Syntax;

/// <summary><c>pass</c>.</summary>
public sealed class Pass : Statement
{
    public Pass(int start, int end)
        : base(start, end)
    {
    }

    public override SyntaxKind Kind => SyntaxKind.Pass;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitPass(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
