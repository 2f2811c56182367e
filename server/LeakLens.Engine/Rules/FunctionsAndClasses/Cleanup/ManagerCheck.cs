using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses.Cleanup;

/// <summary>Functions under <c>@contextmanager</c> whose cleanup stands behind the <c>yield</c> and in no <c>finally</c>.</summary>
internal sealed class ManagerCheck
{
    private readonly RuleContext _context;
    private readonly CleanupData _data = CleanupData.BuiltIn;

    public ManagerCheck(RuleContext context) => _context = context;

    /// <summary>The first release that an exception of the block would skip, with the <c>yield</c> at which it is raised.</summary>
    public (Call Release, SyntaxNode Yield)? Find(FunctionDef function)
    {
        if (!IsManager(function) || YieldOf(function) is not { } yielding || Before(yielding) is not { } before)
        {
            return null;
        }

        var flow = _context.FlowOf(function);
        var starts = flow.PointsOf(before, _context.Code);
        foreach (var call in _context.Code.Calls)
        {
            if (call.Start > yielding.End && call.End <= function.End && IsRelease(call, function, yielding) && starts.Length > 0
                && PathSearch.Ask(flow, starts, new UndoneAfterYield(call, ReleasersOf(function, call)), _context.Cancellation) is { IsReleased: true, Misses: [{ End: PathEnd.Exception } miss] })
            {
                return (call, miss.Node);
            }
        }

        return null;
    }

    private HashSet<string> ReleasersOf(FunctionDef manager, Call release) => _context.Code.Functions
        .Where(inner => ReferenceEquals(_context.Code.FunctionAround(inner), manager) && _context.Code.Calls.Any(call => ReferenceEquals(_context.Code.FunctionAround(call), inner) && SameThing.Is(call.Function, release.Function)))
        .Select(static inner => inner.Name).ToHashSet(StringComparer.Ordinal);

    public bool IsManager(FunctionDef function) =>
        function.Decorators.Any(decorator => _context.Names.Resolve(decorator) is { } name && _data.ContextManagers.Any(name.MayBe));

    private Yield? YieldOf(FunctionDef function) =>
        _context.Code.Yields.OfType<Yield>().FirstOrDefault(yielding => ReferenceEquals(_context.Code.FunctionAround(yielding), function));

    private bool IsRelease(Call call, FunctionDef function, Yield yielding)
    {
        // What is made of the result is work, and no cleanup.
        if (!ReferenceEquals(_context.Code.FunctionAround(call), function) || _context.Code.ParentOf(call) is not (Expr or Await))
        {
            return false;
        }

        if (call.Function is Attribute method && _data.Releases.Contains(method.Name))
        {
            return SameThing.RootOf(method.Value) is { } root && WasUsedBefore(root, function, yielding) && !IsEndedByWith(method, function, yielding);
        }

        return _context.Names.Resolve(call.Function) is { IsCertain: true, Text: var name } && _data.ReleaseCalls.Contains(name);
    }

    /// <summary>
    /// <c>async with create_task_group() as group: yield; group.cancel_scope.cancel()</c>: when the block raises, the <c>with</c> around the <c>yield</c> ends what
    /// it binds, or what it is given by its name, and what belongs to that.
    /// </summary>
    private bool IsEndedByWith(Attribute method, FunctionDef function, Yield yielding) => _data.EndedByWith.Contains(method.Name)
        && _context.Code.Around(yielding).TakeWhile(around => !ReferenceEquals(around, function)).OfType<With>()
            .Any(with => with.Items.Any(item => ThingsOf(item).Any(thing => IsPartOf(method.Value, thing) && !IsBoundAgain(thing, with, function))));

    private IEnumerable<Expression> ThingsOf(WithItem item)
    {
        if (item.Context is Call maker && _context.Names.Resolve(maker.Function) is { } name && _data.WithoutEnd.Any(name.MayBe))
        {
            return [];
        }

        return item.Target is { } target ? [item.Context, target] : [item.Context];
    }

    private static bool IsPartOf(Expression part, Expression whole) => SameThing.Is(part, whole) || (part is Attribute attribute && IsPartOf(attribute.Value, whole));

    /// <summary>The name stands for something else in the block.</summary>
    private static bool IsBoundAgain(Expression thing, With with, FunctionDef function) => thing is Name name
        && UseFinder.Names(function).Any(use => use.Context is ExpressionContext.Store && use.Start >= with.Body[0].Start && use.End <= with.End && SameThing.Is(use, name));

    /// <summary>What is released was there before: nobody cleans up what was only made behind the <c>yield</c>.</summary>
    private static bool WasUsedBefore(Name root, FunctionDef function, Yield yielding)
    {
        foreach (var name in UseFinder.Names(function))
        {
            if (name.End <= yielding.Start && SameThing.Is(name, root))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last statement that is done before the <c>yield</c>, blocks around it being entered.</summary>
    private SyntaxNode? Before(SyntaxNode yielding)
    {
        var inner = yielding;
        foreach (var around in _context.Code.Around(yielding))
        {
            if (inner is Statement statement && Blocks.Before(around, statement) is { } before)
            {
                return before;
            }

            if (around is With with && inner is Statement)
            {
                return with.Items[^1].Context;
            }

            if (around is FunctionDef)
            {
                return null;
            }

            inner = around;
        }

        return null;
    }
}
