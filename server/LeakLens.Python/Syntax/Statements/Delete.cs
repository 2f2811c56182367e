using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>del a, b[0], c.d</c>.</summary>
public sealed class Delete : Statement
{
    public Delete(int start, int end, ImmutableArray<Expression> targets)
        : base(start, end)
    {
        Targets = targets;
    }

    public ImmutableArray<Expression> Targets { get; }

    public override SyntaxKind Kind => SyntaxKind.Delete;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitDelete(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Targets);
    }
}
