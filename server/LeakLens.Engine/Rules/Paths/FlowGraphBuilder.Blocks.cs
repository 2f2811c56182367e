using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>Blocks with something that runs on every way out: <c>try</c> and <c>with</c>.</summary>
internal sealed partial class FlowGraphBuilder
{
    /// <summary>A <c>finally</c> inside so many others stands in the graph once for all ways: copies of copies would multiply.</summary>
    private const int MaxFinalDepth = 2;

    private FlowPoint BuildTry(Try attempt, FlowPoint next, FlowContext context)
    {
        var around = context;
        if (!attempt.FinalBody.IsEmpty)
        {
            (around, next) = Finally(attempt.FinalBody, next, context);
        }

        if (attempt.Handlers.IsEmpty)
        {
            return Block(attempt.Body, Block(attempt.OrElse, next, around), around);
        }

        var handlers = ImmutableArray.CreateBuilder<HandlerTarget.Handler>(attempt.Handlers.Length);
        foreach (var handler in attempt.Handlers)
        {
            handlers.Add(HandlerOf(handler, Block(handler.Body, next, around)));
        }

        var target = new HandlerTarget(handlers.MoveToImmutable(), around.Raise, () => _graph.NewPoint(FlowPointKind.Choice));
        return Block(attempt.Body, Block(attempt.OrElse, next, around), around with { Raise = target });
    }

    private HandlerTarget.Handler HandlerOf(ExceptHandler handler, FlowPoint entry)
    {
        var types = handler.Type switch
        {
            null => [],
            LeakLens.Python.Syntax.Tuple several => several.Elements,
            { } one => [one],
        };
        var names = types.Select(BuiltinName).OfType<string>().ToImmutableHashSet(StringComparer.Ordinal);
        return new HandlerTarget.Handler(entry, handler.Type is null || names.Contains("Exception") || names.Contains("BaseException"), names);
    }

    /// <summary>The jumps out of a <c>try</c> with a <c>finally</c>, and the way on behind its end: each runs the block first.</summary>
    private (FlowContext Inside, FlowPoint Next) Finally(ImmutableArray<Statement> block, FlowPoint next, FlowContext context)
    {
        var inBlock = context with { FinalDepth = context.FinalDepth + 1 };
        Func<FlowPoint, FlowPoint> before = target => Block(block, target, inBlock);
        if (context.FinalDepth >= MaxFinalDepth)
        {
            var merged = _graph.NewPoint(FlowPointKind.Choice);
            var entry = Block(block, merged, inBlock);
            before = target =>
            {
                merged.Add(target, FlowEdgeKind.Next);
                return entry;
            };
        }

        Lazy<FlowPoint> Through(Lazy<FlowPoint> target) => new(() => before(target.Value));
        var inside = context with
        {
            Return = Through(context.Return),
            Break = context.Break is { } breaking ? Through(breaking) : null,
            Continue = context.Continue is { } continuing ? Through(continuing) : null,
            Raise = new RaiseTarget(new Lazy<FlowPoint>(() => before(context.Raise.Any))),
        };
        return (inside, before(next));
    }

    private FlowPoint BuildWith(With with, FlowPoint next, FlowContext context)
    {
        var contexts = new FlowContext[with.Items.Length];
        for (var i = 0; i < contexts.Length; i++)
        {
            contexts[i] = context;
            (context, next) = Leaving(with.Items[i], next, context);
        }

        var entry = Block(with.Body, next, context);
        for (var i = contexts.Length - 1; i >= 0; i--)
        {
            entry = Code(with.Items[i], entry, contexts[i]);
        }

        return entry;
    }

    /// <summary>The jumps out of a <c>with</c>. They are built at once: there is no limit to how many items may stand in one another.</summary>
    private (FlowContext Inside, FlowPoint Next) Leaving(WithItem item, FlowPoint next, FlowContext context)
    {
        FlowPoint Before(FlowPoint target)
        {
            var leave = _graph.NewPoint(FlowPointKind.Leave, item);
            leave.Add(target, FlowEdgeKind.Next);
            return leave;
        }

        Lazy<FlowPoint> Through(Lazy<FlowPoint> target) => Done(Before(target.Value));
        var raised = Before(context.Raise.Any);
        if (IsSuppressing(item.Context))
        {
            raised.Add(next, FlowEdgeKind.Next);
        }

        var inside = context with
        {
            Return = Through(context.Return),
            Break = context.Break is { } breaking ? Through(breaking) : null,
            Continue = context.Continue is { } continuing ? Through(continuing) : null,
            Raise = new RaiseTarget(Done(raised)),
        };
        return (inside, Before(next));
    }

    /// <summary>Managers that swallow exceptions by design; any may, but few do.</summary>
    private bool IsSuppressing(Expression manager) =>
        manager is Call call && _names.Resolve(call.Function) is { Text: "contextlib.suppress" or "pytest.raises" };
}
