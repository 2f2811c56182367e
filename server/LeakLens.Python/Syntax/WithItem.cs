namespace LeakLens.Python.Syntax;

/// <summary><c>context as target</c> of a <c>with</c>.</summary>
public sealed class WithItem : SyntaxNode
{
    public WithItem(int start, int end, Expression context, Expression? target)
        : base(start, end)
    {
        Context = context;
        Target = target;
    }

    public Expression Context { get; }

    public Expression? Target { get; }

    public override SyntaxKind Kind => SyntaxKind.WithItem;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitWithItem(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Context);
        visitor.VisitOptional(Target);
    }
}
