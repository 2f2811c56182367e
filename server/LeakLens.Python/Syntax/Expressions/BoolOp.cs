using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>a and b and c</c>, <c>a or b</c>.</summary>
public sealed class BoolOp : Expression
{
    public BoolOp(int start, int end, BoolOperator @operator, ImmutableArray<Expression> values)
        : base(start, end)
    {
        Operator = @operator;
        Values = values;
    }

    public BoolOperator Operator { get; }

    public ImmutableArray<Expression> Values { get; }

    public override SyntaxKind Kind => SyntaxKind.BoolOp;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitBoolOp(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Values);
    }
}
