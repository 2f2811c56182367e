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

    /// <summary>
    /// Index into <c>Scope.Symbols</c> of the scope in which the name is evaluated: its slot in a frame. -1 until the tree's scopes are built.
    /// </summary>
    public int SymbolIndex { get; internal set; } = -1;

    public override SyntaxKind Kind => SyntaxKind.Name;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitName(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
