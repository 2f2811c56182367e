namespace LeakLens.Python.Syntax;

/// <summary><c>value[index]</c>.</summary>
public sealed class Subscript : Expression
{
    public Subscript(int start, int end, Expression value, Expression index, ExpressionContext context)
        : base(start, end)
    {
        Value = value;
        Index = index;
        Context = context;
    }

    public Expression Value { get; }

    public Expression Index { get; }

    /// <summary>Whether the expression is read, stored to or deleted.</summary>
    public ExpressionContext Context { get; internal set; }

    public override SyntaxKind Kind => SyntaxKind.Subscript;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitSubscript(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Value);
        visitor.Visit(Index);
    }
}
