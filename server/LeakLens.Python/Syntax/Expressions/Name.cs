namespace LeakLens.Python.Syntax;

/// <summary>An identifier.</summary>
public sealed class Name : Expression
{
    public Name(int start, int end, string id, ExpressionContext context)
        : base(start, end)
    {
        Id = id;
        Context = context;
    }

    public string Id { get; }

    /// <summary>Whether the expression is read, stored to or deleted.</summary>
    public ExpressionContext Context { get; internal set; }

    public override SyntaxKind Kind => SyntaxKind.Name;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitName(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
