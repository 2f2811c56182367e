using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary>A whole file: its statements in source order.</summary>
public sealed class Module : SyntaxNode, IScopeNode
{
    public Module(int start, int end, ImmutableArray<Statement> body)
        : base(start, end)
    {
        Body = body;
    }

    public ImmutableArray<Statement> Body { get; }

    int IScopeNode.ScopeNumber { get; set; } = -1;

    public override SyntaxKind Kind => SyntaxKind.Module;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitModule(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Body);
    }
}
