using System.Collections.Immutable;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>The handlers of a <c>try</c>, in order, and what is around them.</summary>
internal sealed class HandlerTarget : RaiseTarget
{
    private readonly ImmutableArray<Handler> _handlers;
    private readonly RaiseTarget _outer;
    private readonly Func<FlowPoint> _makeChoice;
    private readonly Dictionary<string, FlowPoint> _byType = new(StringComparer.Ordinal);

    public HandlerTarget(ImmutableArray<Handler> handlers, RaiseTarget outer, Func<FlowPoint> makeChoice)
        : base(new Lazy<FlowPoint>(() => Dispatch(handlers, outer, makeChoice(), type: null)))
    {
        _handlers = handlers;
        _outer = outer;
        _makeChoice = makeChoice;
    }

    public override FlowPoint For(string type)
    {
        if (!_byType.TryGetValue(type, out var point))
        {
            _byType[type] = point = Dispatch(_handlers, _outer, _makeChoice(), type);
        }

        return point;
    }

    private static FlowPoint Dispatch(ImmutableArray<Handler> handlers, RaiseTarget outer, FlowPoint choice, string? type)
    {
        foreach (var handler in handlers)
        {
            choice.Add(handler.Entry, FlowEdgeKind.Next);
            if (handler.CatchesAll || (type is not null && handler.Types.Contains(type)))
            {
                return choice;
            }
        }

        var isPastFailure = type is null && handlers.Any(static handler => handler.Types.Contains("OSError") || handler.Types.Contains("IOError") || handler.Types.Contains("EnvironmentError"));
        choice.Add(type is null ? outer.Any : outer.For(type), isPastFailure ? FlowEdgeKind.PastFailure : FlowEdgeKind.Next);
        return choice;
    }

    /// <param name="CatchesAll">Whatever calls raise: <c>except Exception</c> is taken for it, because nobody cleans up for a keyboard interrupt.</param>
    /// <param name="Types">Names of builtin classes.</param>
    internal sealed record Handler(FlowPoint Entry, bool CatchesAll, ImmutableHashSet<string> Types);
}
