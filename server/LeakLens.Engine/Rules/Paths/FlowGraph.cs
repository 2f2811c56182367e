using System.Collections.Immutable;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>
/// The ways through the code of one function, of a lambda or of the module: a graph of steps, with those ways that exceptions take. A
/// <c>finally</c> stands in it once for each way out of its <c>try</c>, so that no way enters by a return and leaves by the end.
/// The size of the graph is linear in that of the code.
/// </summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<SyntaxNode, List<FlowPoint>> _byNode = new(ReferenceEqualityComparer.Instance);
    private readonly List<FlowPoint> _points = [];
    private readonly CancellationToken _cancellation;

    private FlowGraph(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        End = NewPoint(FlowPointKind.End);
        ReturnEnd = NewPoint(FlowPointKind.ReturnEnd);
        RaiseEnd = NewPoint(FlowPointKind.RaiseEnd);
        Entry = End;
    }

    public FlowPoint Entry { get; private set; }

    public FlowPoint End { get; }

    public FlowPoint ReturnEnd { get; }

    public FlowPoint RaiseEnd { get; }

    /// <summary>How many points there are.</summary>
    public int Count => _points.Count;

    /// <param name="owner">A function, a lambda or the module.</param>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static FlowGraph Of(SyntaxNode owner, QualifiedNames names, CancellationToken cancellation)
    {
        var graph = new FlowGraph(cancellation);
        graph.Entry = new FlowGraphBuilder(graph, names).Build(owner);
        return graph;
    }

    /// <summary>The points that evaluate a node of this function; several for code of a <c>finally</c>, none for code of other functions.</summary>
    public ImmutableArray<FlowPoint> PointsOf(SyntaxNode node, CodeMap code)
    {
        for (var around = node; around is not null; around = code.ParentOf(around))
        {
            if (_byNode.TryGetValue(around, out var points))
            {
                return [.. points.Where(point => point.Kind is not FlowPointKind.Leave && point.Nodes.Contains(node))];
            }
        }

        return [];
    }

    internal FlowPoint NewPoint(FlowPointKind kind, SyntaxNode? node = null)
    {
        _cancellation.ThrowIfCancellationRequested();
        var point = new FlowPoint(kind, node, _points.Count);
        _points.Add(point);
        if (node is not null)
        {
            if (!_byNode.TryGetValue(node, out var same))
            {
                _byNode[node] = same = [];
            }

            same.Add(point);
        }

        return point;
    }
}
