using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>nonlocal a, b</c>.</summary>
public sealed class Nonlocal : Statement
{
    public Nonlocal(int start, int end, ImmutableArray<string> names)
        : base(start, end)
    {
        Names = names;
    }

    public ImmutableArray<string> Names { get; }

    public override SyntaxKind Kind => SyntaxKind.Nonlocal;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitNonlocal(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
