using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses.Cleanup;

/// <summary>
/// <c>for order in orders: order.lock.acquire()</c>, and <c>for order in orders: order.lock.release()</c> later: whoever holds a lock has come through the first
/// loop, so that the second has a trip for each lock. That the collection loses items in between is not looked at.
/// </summary>
internal sealed class LoopPair
{
    private readonly RuleContext _context;
    private readonly For? _loop;

    /// <param name="begin">What the first loop does on each trip.</param>
    public LoopPair(RuleContext context, Call begin)
    {
        _context = context;
        _loop = context.Code.LoopsAround(begin).FirstOrDefault() as For;
    }

    /// <summary>The begin stands in a loop over items.</summary>
    public bool IsInLoop => _loop is not null;

    /// <summary>The other loop, in which a call stands, goes over the same things.</summary>
    public bool HasSecond(Call end) => _loop is not null && _context.Code.LoopsAround(end).OfType<For>().Any(IsOverTheSame);

    /// <summary>A loop over the same things in which every trip ends one.</summary>
    /// <param name="head">Where the loop fetches its next item.</param>
    public bool EndsEach(FlowPoint head, PathQuestion question) =>
        head.Node is For loop && IsOverTheSame(loop) && !MayPass(head, loop, question);

    private bool IsOverTheSame(For other) =>
        _loop is not null && !ReferenceEquals(_loop, other) && SameExpression.Is(ItemsOf(_loop.Iterable), ItemsOf(other.Iterable));

    /// <summary><c>reversed(locks)</c> has as many as <c>locks</c>.</summary>
    private Expression ItemsOf(Expression iterable)
    {
        while (iterable is Call { Arguments: [var items] } call && _context.Names.Resolve(call.Function) is { IsCertain: true, Text: var name } && CleanupData.BuiltIn.SameItems.Contains(name))
        {
            iterable = items;
        }

        return iterable;
    }

    /// <summary>A trip may come to its end, or leave the loop, and has ended nothing. Exceptions are not thought of: the search that asks follows them itself.</summary>
    private bool MayPass(FlowPoint head, For loop, PathQuestion question)
    {
        var seen = new HashSet<FlowPoint>();
        var open = new Stack<FlowPoint>(head.Edges.Where(static edge => edge.Kind is FlowEdgeKind.Next).Select(static edge => edge.Target));
        while (open.TryPop(out var point))
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            if (!seen.Add(point) || question.EffectOf(point) is not PathEffect.None)
            {
                continue;
            }

            if (ReferenceEquals(point, head) || IsOutside(point, loop))
            {
                return true;
            }

            foreach (var (target, kind) in point.Edges)
            {
                if (kind is not (FlowEdgeKind.Exception or FlowEdgeKind.PastFailure) && !(kind is FlowEdgeKind.True or FlowEdgeKind.False && point.Node is Expression test && question.IsExcluded(test, kind is FlowEdgeKind.True)))
                {
                    open.Push(target);
                }
            }
        }

        return false;
    }

    private static bool IsOutside(FlowPoint point, For loop) => point.Node is { } node
        ? node.Start < loop.Start || node.End > loop.End
        : point.Kind is FlowPointKind.End or FlowPointKind.ReturnEnd or FlowPointKind.RaiseEnd;
}
