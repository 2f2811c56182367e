using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>with a as b, c: body</c>, <c>async with</c> included.</summary>
public sealed class With : Statement
{
    public With(int start, int end, ImmutableArray<WithItem> items, ImmutableArray<Statement> body, bool isAsync)
        : base(start, end)
    {
        Items = items;
        Body = body;
        IsAsync = isAsync;
    }

    public ImmutableArray<WithItem> Items { get; }

    public ImmutableArray<Statement> Body { get; }

    public bool IsAsync { get; }

    public override SyntaxKind Kind => SyntaxKind.With;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitWith(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Items);
        visitor.VisitAll(Body);
    }
}
