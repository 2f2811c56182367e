namespace LeakLens.Python.Syntax;

/// <summary><c>*value</c>.</summary>
public sealed class Starred : Expression
{
    public Starred(int start, int end, Expression value, ExpressionContext context)
        : base(start, end)
    {
        Value = value;
        Context = context;
    }

    public Expression Value { get; }

    /// <summary>Whether the expression is read, stored to or deleted.</summary>
    public ExpressionContext Context { get; internal set; }

    public override SyntaxKind Kind => SyntaxKind.Starred;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitStarred(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Value);
    }
}
