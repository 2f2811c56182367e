using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>Gives every node below one its <see cref="SyntaxNode.Parent"/>.</summary>
internal sealed class ParentLinker(CancellationToken cancellation) : SyntaxVisitor
{
    private SyntaxNode? _parent;

    protected override void DefaultVisit(SyntaxNode node)
    {
        if (node is Statement)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        node.Parent = _parent;
        (var before, _parent) = (_parent, node);
        node.VisitChildren(this);
        _parent = before;
    }
}
