using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>{a, b}</c>.</summary>
public sealed class Set : Expression
{
    public Set(int start, int end, ImmutableArray<Expression> elements)
        : base(start, end)
    {
        Elements = elements;
    }

    public ImmutableArray<Expression> Elements { get; }

    public override SyntaxKind Kind => SyntaxKind.Set;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitSet(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Elements);
    }
}
