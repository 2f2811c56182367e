using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>One step of a function: what it evaluates before it goes on, and where it may go on.</summary>
internal sealed class FlowPoint
{
    private readonly List<FlowEdge> _edges = [];
    private ImmutableArray<SyntaxNode> _nodes;

    public FlowPoint(FlowPointKind kind, SyntaxNode? node, int index)
    {
        Kind = kind;
        Node = node;
        Index = index;
    }

    public FlowPointKind Kind { get; }

    /// <summary>
    /// The statement whose own expressions are evaluated, or the expression; the item of the <c>with</c> that is entered or left; the
    /// <c>for</c> that fetches an item. Null where nothing is.
    /// </summary>
    public SyntaxNode? Node { get; }

    /// <summary>Position among all points of the graph.</summary>
    public int Index { get; }

    public IReadOnlyList<FlowEdge> Edges => _edges;

    /// <summary>Everything that is evaluated here, outer before inner: bodies of nested functions are not, nor are the blocks of a statement.</summary>
    public ImmutableArray<SyntaxNode> Nodes => _nodes.IsDefault ? _nodes = OwnCode.Of(this) : _nodes;

    public IEnumerable<Call> Calls => Nodes.OfType<Call>();

    /// <summary>Something here may raise an exception, as far as the grammar tells: a call, a look-up, a suspension, an import.</summary>
    public bool CanRaise => Nodes.Any(static node => node is Call or Subscript or LeakLens.Python.Syntax.Attribute or Await or Yield or YieldFrom or Import or ImportFrom or WithItem);

    public void Add(FlowPoint target, FlowEdgeKind kind) => _edges.Add(new FlowEdge(target, kind));
}
