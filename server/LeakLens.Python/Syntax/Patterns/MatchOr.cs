using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>a | b</c>.</summary>
public sealed class MatchOr : Pattern
{
    public MatchOr(int start, int end, ImmutableArray<Pattern> patterns)
        : base(start, end)
    {
        Patterns = patterns;
    }

    public ImmutableArray<Pattern> Patterns { get; }

    public override SyntaxKind Kind => SyntaxKind.MatchOr;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitMatchOr(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Patterns);
    }
}
