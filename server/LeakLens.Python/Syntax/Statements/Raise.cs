namespace LeakLens.Python.Syntax;

/// <summary><c>raise exception from cause</c>.</summary>
public sealed class Raise : Statement
{
    public Raise(int start, int end, Expression? exception, Expression? cause)
        : base(start, end)
    {
        Exception = exception;
        Cause = cause;
    }

    public Expression? Exception { get; }

    public Expression? Cause { get; }

    public override SyntaxKind Kind => SyntaxKind.Raise;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitRaise(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitOptional(Exception);
        visitor.VisitOptional(Cause);
    }
}
