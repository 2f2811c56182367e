using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>[a, b]</c>.</summary>
public sealed class List : Expression
{
    public List(int start, int end, ImmutableArray<Expression> elements, ExpressionContext context)
        : base(start, end)
    {
        Elements = elements;
        Context = context;
    }

    public ImmutableArray<Expression> Elements { get; }

    /// <summary>Whether the expression is read, stored to or deleted.</summary>
    public ExpressionContext Context { get; internal set; }

    public override SyntaxKind Kind => SyntaxKind.List;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitList(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Elements);
    }
}
