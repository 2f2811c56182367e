using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>{key: pattern, **rest}</c>.</summary>
public sealed class MatchMapping : Pattern
{
    public MatchMapping(int start, int end, ImmutableArray<Expression> keys, ImmutableArray<Pattern> patterns, string? rest)
        : base(start, end)
    {
        Keys = keys;
        Patterns = patterns;
        Rest = rest;
    }

    public ImmutableArray<Expression> Keys { get; }

    public ImmutableArray<Pattern> Patterns { get; }

    public string? Rest { get; }

    public override SyntaxKind Kind => SyntaxKind.MatchMapping;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitMatchMapping(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Keys);
        visitor.VisitAll(Patterns);
    }
}
