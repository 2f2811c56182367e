using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>global a, b</c>.</summary>
public sealed class Global : Statement
{
    public Global(int start, int end, ImmutableArray<string> names)
        : base(start, end)
    {
        Names = names;
    }

    public ImmutableArray<string> Names { get; }

    public override SyntaxKind Kind => SyntaxKind.Global;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitGlobal(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
