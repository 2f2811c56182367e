using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>if test: body else: orelse</c>; an <c>elif</c> is an If alone in OrElse.</summary>
public sealed class If : Statement
{
    public If(int start, int end, Expression test, ImmutableArray<Statement> body, ImmutableArray<Statement> orElse)
        : base(start, end)
    {
        Test = test;
        Body = body;
        OrElse = orElse;
    }

    public Expression Test { get; }

    public ImmutableArray<Statement> Body { get; }

    public ImmutableArray<Statement> OrElse { get; }

    public override SyntaxKind Kind => SyntaxKind.If;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitIf(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Test);
        visitor.VisitAll(Body);
        visitor.VisitAll(OrElse);
    }
}
