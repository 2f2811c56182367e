using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>for target in iterable: body else: orelse</c>, <c>async for</c> included.</summary>
public sealed class For : Statement
{
    public For(int start, int end, Expression target, Expression iterable, ImmutableArray<Statement> body, ImmutableArray<Statement> orElse, bool isAsync)
        : base(start, end)
    {
        Target = target;
        Iterable = iterable;
        Body = body;
        OrElse = orElse;
        IsAsync = isAsync;
    }

    public Expression Target { get; }

    public Expression Iterable { get; }

    public ImmutableArray<Statement> Body { get; }

    public ImmutableArray<Statement> OrElse { get; }

    public bool IsAsync { get; }

    public override SyntaxKind Kind => SyntaxKind.For;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitFor(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Target);
        visitor.Visit(Iterable);
        visitor.VisitAll(Body);
        visitor.VisitAll(OrElse);
    }
}
