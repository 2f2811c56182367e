namespace LeakLens.Python.Syntax;

/// <summary><c>return value</c>.</summary>
public sealed class Return : Statement
{
    public Return(int start, int end, Expression? value)
        : base(start, end)
    {
        Value = value;
    }

    public Expression? Value { get; }

    public override SyntaxKind Kind => SyntaxKind.Return;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitReturn(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitOptional(Value);
    }
}
