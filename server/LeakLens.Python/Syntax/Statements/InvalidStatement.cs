namespace LeakLens.Python.Syntax;

/// <summary>A statement the parser could not read: its span covers what was skipped. CPython has no such node.</summary>
public sealed class InvalidStatement : Statement
{
    public InvalidStatement(int start, int end)
        : base(start, end)
    {
    }

    public override SyntaxKind Kind => SyntaxKind.InvalidStatement;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitInvalidStatement(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
