using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary>One <c>for target in iterable if a if b</c> clause of a comprehension.</summary>
public sealed class Comprehension : SyntaxNode
{
    public Comprehension(int start, int end, Expression target, Expression iterable, ImmutableArray<Expression> conditions, bool isAsync)
        : base(start, end)
    {
        Target = target;
        Iterable = iterable;
        Conditions = conditions;
        IsAsync = isAsync;
    }

    public Expression Target { get; }

    public Expression Iterable { get; }

    public ImmutableArray<Expression> Conditions { get; }

    public bool IsAsync { get; }

    public override SyntaxKind Kind => SyntaxKind.Comprehension;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitComprehension(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Target);
        visitor.Visit(Iterable);
        visitor.VisitAll(Conditions);
    }
}
