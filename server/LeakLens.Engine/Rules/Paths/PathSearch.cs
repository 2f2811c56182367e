using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>
/// Follows all ways from an acquisition until it is released, and says which ways end before. It looks twice: first along the ways
/// that the program's own jumps take, then along those of exceptions too, so that a way that needs one is told apart.
/// </summary>
internal sealed class PathSearch
{
    private readonly FlowGraph _graph;
    private readonly PathQuestion _question;
    private readonly ImmutableArray<FlowPoint> _starts;
    private readonly CancellationToken _cancellation;
    private readonly Queue<FlowPoint> _open = [];
    private readonly (FlowPoint? From, FlowEdgeKind Kind)[] _ways;
    private readonly bool[] _isSeen;
    private bool _isReleased;
    private bool _isHandedOver;
    private bool _isRepeated;

    private PathSearch(FlowGraph graph, ImmutableArray<FlowPoint> starts, PathQuestion question, CancellationToken cancellation)
    {
        _graph = graph;
        _starts = starts;
        _question = question;
        _cancellation = cancellation;
        _ways = new (FlowPoint?, FlowEdgeKind)[graph.Count];
        _isSeen = new bool[graph.Count];
    }

    /// <param name="starts">The points that acquire it: what they evaluate themselves counts as done, and an exception there as not acquired.</param>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static PathAnswer Ask(FlowGraph graph, ImmutableArray<FlowPoint> starts, PathQuestion question, CancellationToken cancellation)
    {
        var plain = new PathSearch(graph, starts, question, cancellation);
        plain.Run(withExceptions: false);
        var misses = plain.Misses().ToImmutableArray();
        var any = new PathSearch(graph, starts, question, cancellation);
        any.Run(withExceptions: true);
        if (misses.IsEmpty && any.ExceptionalMiss() is { } miss)
        {
            misses = [miss];
        }

        return new PathAnswer(misses, plain._isReleased || any._isReleased, plain._isHandedOver || any._isHandedOver);
    }

    private void Run(bool withExceptions)
    {
        foreach (var start in _starts)
        {
            Follow(start, withExceptions: false);
        }

        while (_open.TryDequeue(out var point))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (_starts.Contains(point))
            {
                _isRepeated = true;
                continue;
            }

            switch (_question.EffectOf(point))
            {
                case PathEffect.Release:
                    _isReleased = true;
                    break;
                case PathEffect.HandOver:
                    _isHandedOver = true;
                    break;
                default:
                    Follow(point, withExceptions && _question.MayRaise(point));
                    break;
            }
        }
    }

    private void Follow(FlowPoint point, bool withExceptions)
    {
        foreach (var (target, kind) in point.Edges)
        {
            var isTaken = kind switch
            {
                FlowEdgeKind.Exception => withExceptions,
                FlowEdgeKind.Exhausted => !_question.EndsInTrips(point),
                FlowEdgeKind.PastFailure => _question.FollowsPastFailure,
                FlowEdgeKind.True or FlowEdgeKind.False => point.Node is not Expression test || !_question.IsExcluded(test, kind is FlowEdgeKind.True),
                _ => true,
            };
            if (isTaken && !_isSeen[target.Index])
            {
                _isSeen[target.Index] = true;
                _ways[target.Index] = (point, kind);
                _open.Enqueue(target);
            }
        }
    }

    private IEnumerable<PathMiss> Misses()
    {
        if (_isSeen[_graph.End.Index])
        {
            yield return new PathMiss(PathEnd.End, LastNode(_graph.End, static _ => true));
        }

        if (_isSeen[_graph.ReturnEnd.Index])
        {
            yield return new PathMiss(PathEnd.Return, LastNode(_graph.ReturnEnd, static node => node is Return));
        }

        if (_isSeen[_graph.RaiseEnd.Index])
        {
            yield return new PathMiss(PathEnd.Raise, LastNode(_graph.RaiseEnd, static node => node is Raise or Assert));
        }

        if (_isRepeated && !_question.IsOnePerTrip)
        {
            yield return new PathMiss(PathEnd.Again, StartNode);
        }
    }

    /// <summary>A way out that an exception opened.</summary>
    private PathMiss? ExceptionalMiss()
    {
        foreach (var end in (ReadOnlySpan<FlowPoint>)[_graph.RaiseEnd, _graph.ReturnEnd, _graph.End])
        {
            if (_isSeen[end.Index] && FirstException(end) is { } node)
            {
                return new PathMiss(PathEnd.Exception, node);
            }
        }

        return null;
    }

    private SyntaxNode StartNode => _starts[0].Node ?? throw new InvalidOperationException("An acquisition is code.");

    private SyntaxNode LastNode(FlowPoint end, Predicate<SyntaxNode> isWanted)
    {
        for (var point = end; point is not null; point = _ways[point.Index].From)
        {
            if (point.Node is { } node && isWanted(node))
            {
                return node;
            }

            if (_starts.Contains(point))
            {
                break;
            }
        }

        return StartNode;
    }

    private SyntaxNode? FirstException(FlowPoint end)
    {
        SyntaxNode? first = null;
        for (var point = end; !_starts.Contains(point) && _ways[point.Index] is ({ } from, var kind); point = from)
        {
            first = kind is FlowEdgeKind.Exception && from.Node is { } node ? node : first;
        }

        return first;
    }
}
