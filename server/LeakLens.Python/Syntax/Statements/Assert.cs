namespace LeakLens.Python.Syntax;

/// <summary><c>assert test, message</c>.</summary>
public sealed class Assert : Statement
{
    public Assert(int start, int end, Expression test, Expression? message)
        : base(start, end)
    {
        Test = test;
        Message = message;
    }

    public Expression Test { get; }

    public Expression? Message { get; }

    public override SyntaxKind Kind => SyntaxKind.Assert;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitAssert(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Test);
        visitor.VisitOptional(Message);
    }
}
