using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>
/// Whether a loop may come back to a place in it: <c>start(); break</c> it does not. What raises an exception behind the place, and is caught in the loop, leads
/// back as well; an exception at the place itself did not begin anything.
/// </summary>
internal static class LaterTrips
{
    /// <summary>A way leads from the place to the place again that never leaves the loop.</summary>
    public static bool MayFollow(RuleContext context, SyntaxNode place, Statement loop)
    {
        var flow = context.FlowOf(context.Code.FunctionAround(place));
        var starts = flow.PointsOf(place, context.Code);
        if (starts.IsEmpty || !context.MayFollow(place))
        {
            return true;
        }

        var isSeen = new bool[flow.Count];
        var open = new Queue<FlowPoint>();
        foreach (var start in starts)
        {
            Open(start.Edges.Where(static edge => edge.Kind is not FlowEdgeKind.Exception));
        }

        while (open.TryDequeue(out var point))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (starts.Contains(point))
            {
                return true;
            }

            if (point.Node is not { } node || IsIn(loop, node))
            {
                Open(point.Edges);
            }
        }

        return false;

        void Open(IEnumerable<FlowEdge> edges)
        {
            foreach (var edge in edges)
            {
                if (!isSeen[edge.Target.Index])
                {
                    isSeen[edge.Target.Index] = true;
                    open.Enqueue(edge.Target);
                }
            }
        }
    }

    private static bool IsIn(Statement loop, SyntaxNode node) => node.Start >= loop.Start && node.End <= loop.End;
}
