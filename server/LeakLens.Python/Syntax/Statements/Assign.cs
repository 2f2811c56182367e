using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>a = b = value</c>: every target receives the same object.</summary>
public sealed class Assign : Statement
{
    public Assign(int start, int end, ImmutableArray<Expression> targets, Expression value)
        : base(start, end)
    {
        Targets = targets;
        Value = value;
    }

    public ImmutableArray<Expression> Targets { get; }

    public Expression Value { get; }

    public override SyntaxKind Kind => SyntaxKind.Assign;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitAssign(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Targets);
        visitor.Visit(Value);
    }
}
