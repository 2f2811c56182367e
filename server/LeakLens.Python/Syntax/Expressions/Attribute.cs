namespace LeakLens.Python.Syntax;

/// <summary><c>value.name</c>.</summary>
public sealed class Attribute : Expression
{
    public Attribute(int start, int end, Expression value, string name, ExpressionContext context)
        : base(start, end)
    {
        Value = value;
        Name = name;
        Context = context;
    }

    public Expression Value { get; }

    public string Name { get; }

    /// <summary>Whether the expression is read, stored to or deleted.</summary>
    public ExpressionContext Context { get; internal set; }

    public override SyntaxKind Kind => SyntaxKind.Attribute;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitAttribute(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Value);
    }
}
