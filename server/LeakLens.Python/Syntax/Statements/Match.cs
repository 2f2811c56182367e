using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>match subject: case ...</c>.</summary>
public sealed class Match : Statement
{
    public Match(int start, int end, Expression subject, ImmutableArray<MatchCase> cases)
        : base(start, end)
    {
        Subject = subject;
        Cases = cases;
    }

    public Expression Subject { get; }

    public ImmutableArray<MatchCase> Cases { get; }

    public override SyntaxKind Kind => SyntaxKind.Match;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitMatch(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Subject);
        visitor.VisitAll(Cases);
    }
}
