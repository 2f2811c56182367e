using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>left op a op b</c>.</summary>
public sealed class Compare : Expression
{
    public Compare(int start, int end, Expression left, ImmutableArray<CompareOperator> operators, ImmutableArray<Expression> comparators)
        : base(start, end)
    {
        Left = left;
        Operators = operators;
        Comparators = comparators;
    }

    public Expression Left { get; }

    public ImmutableArray<CompareOperator> Operators { get; }

    public ImmutableArray<Expression> Comparators { get; }

    public override SyntaxKind Kind => SyntaxKind.Compare;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitCompare(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Left);
        visitor.VisitAll(Comparators);
    }
}
