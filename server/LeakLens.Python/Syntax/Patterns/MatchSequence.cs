using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>[a, b, *rest]</c>.</summary>
public sealed class MatchSequence : Pattern
{
    public MatchSequence(int start, int end, ImmutableArray<Pattern> patterns)
        : base(start, end)
    {
        Patterns = patterns;
    }

    public ImmutableArray<Pattern> Patterns { get; }

    public override SyntaxKind Kind => SyntaxKind.MatchSequence;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitMatchSequence(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Patterns);
    }
}
