using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>while test: body else: orelse</c>.</summary>
public sealed class While : Statement
{
    public While(int start, int end, Expression test, ImmutableArray<Statement> body, ImmutableArray<Statement> orElse)
        : base(start, end)
    {
        Test = test;
        Body = body;
        OrElse = orElse;
    }

    public Expression Test { get; }

    public ImmutableArray<Statement> Body { get; }

    public ImmutableArray<Statement> OrElse { get; }

    public override SyntaxKind Kind => SyntaxKind.While;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitWhile(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Test);
        visitor.VisitAll(Body);
        visitor.VisitAll(OrElse);
    }
}
