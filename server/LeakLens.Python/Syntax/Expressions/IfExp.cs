namespace LeakLens.Python.Syntax;

/// <summary><c>body if test else orelse</c>.</summary>
public sealed class IfExp : Expression
{
    public IfExp(int start, int end, Expression test, Expression body, Expression orElse)
        : base(start, end)
    {
        Test = test;
        Body = body;
        OrElse = orElse;
    }

    public Expression Test { get; }

    public Expression Body { get; }

    public Expression OrElse { get; }

    public override SyntaxKind Kind => SyntaxKind.IfExp;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitIfExp(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Body);
        visitor.Visit(Test);
        visitor.Visit(OrElse);
    }
}
