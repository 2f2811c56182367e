using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>try: ... except: ... else: ... finally: ...</c>; IsStar for <c>except*</c>.</summary>
public sealed class Try : Statement
{
    public Try(int start, int end, ImmutableArray<Statement> body, ImmutableArray<ExceptHandler> handlers, ImmutableArray<Statement> orElse, ImmutableArray<Statement> finalBody, bool isStar)
        : base(start, end)
    {
        Body = body;
        Handlers = handlers;
        OrElse = orElse;
        FinalBody = finalBody;
        IsStar = isStar;
    }

    public ImmutableArray<Statement> Body { get; }

    public ImmutableArray<ExceptHandler> Handlers { get; }

    public ImmutableArray<Statement> OrElse { get; }

    public ImmutableArray<Statement> FinalBody { get; }

    public bool IsStar { get; }

    public override SyntaxKind Kind => SyntaxKind.Try;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitTry(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Body);
        visitor.VisitAll(Handlers);
        visitor.VisitAll(OrElse);
        visitor.VisitAll(FinalBody);
    }
}
