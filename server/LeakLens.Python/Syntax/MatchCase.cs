using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>case pattern if guard: body</c>.</summary>
public sealed class MatchCase : SyntaxNode
{
    public MatchCase(int start, int end, Pattern pattern, Expression? guard, ImmutableArray<Statement> body)
        : base(start, end)
    {
        Pattern = pattern;
        Guard = guard;
        Body = body;
    }

    public Pattern Pattern { get; }

    public Expression? Guard { get; }

    public ImmutableArray<Statement> Body { get; }

    public override SyntaxKind Kind => SyntaxKind.MatchCase;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitMatchCase(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Pattern);
        visitor.VisitOptional(Guard);
        visitor.VisitAll(Body);
    }
}
