using System.Collections.Immutable;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>
/// Whether a program looks at its memory while something grows, by other means than tracemalloc: the size of the process, the objects that are
/// alive, a profiler of lines. What looks into the loop that grows, or before and after it, measures how much that takes.
/// </summary>
internal sealed class MeasuredGrowth
{
    private readonly RuleContext _context;
    private readonly Lazy<ImmutableArray<Call>> _looks;

    public MeasuredGrowth(RuleContext context)
    {
        _context = context;
        _looks = new(FindLooks, isThreadSafe: false);
    }

    /// <summary>The calls that look at the memory which a growth takes; none when nobody does.</summary>
    public ImmutableArray<Call> LooksAt(GrowthCase growth)
    {
        if (growth.Fact.Loop is not { } loop || _looks.Value.IsEmpty)
        {
            return [];
        }

        var looks = Around(loop);
        if (!looks.IsEmpty || _context.Code.FunctionAround(loop) is not FunctionDef function)
        {
            return looks;
        }

        // Whoever calls the function that grows may be who measures.
        foreach (var call in _context.Code.CallsNamed(function.Name))
        {
            if (ReferenceEquals(Definitions.FunctionOf(_context, call.Function), function) && Around(call) is { IsEmpty: false } found)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>A decorator that measures every line of the function that grows.</summary>
    public bool IsProfiled(GrowthCase growth) => growth.Functions.OfType<FunctionDef>().Any(function =>
        function.Decorators.Any(decorator => _context.Names.Resolve((decorator as Call)?.Function ?? decorator)?.Text is { } name && DiagnosticData.Instance.LineProfilers.Contains(name)));

    private ImmutableArray<Call> Around(SyntaxNode place)
    {
        var function = _context.Code.FunctionAround(place);
        Call? before = null, after = null;
        foreach (var look in _looks.Value)
        {
            if (!ReferenceEquals(_context.Code.FunctionAround(look), function))
            {
                continue;
            }

            if (look.Start >= place.Start && look.End <= place.End && !ReferenceEquals(look, place))
            {
                return [look];
            }

            (before, after) = look.End <= place.Start ? (look, after) : (before, after ?? look);
        }

        return before is not null && after is not null ? [before, after] : [];
    }

    /// <summary>Readings, and calls of functions of the file that do nothing but read for their callers.</summary>
    private ImmutableArray<Call> FindLooks()
    {
        var diagnostics = _context.Diagnostics;
        var readings = diagnostics.Readings.Where(reading => !diagnostics.IsTraced(reading)).ToHashSet<Call>(ReferenceEqualityComparer.Instance);
        if (readings.Count == 0)
        {
            return [];
        }

        var readers = readings.Select(_context.Code.FunctionAround).OfType<FunctionDef>().ToHashSet<FunctionDef>(ReferenceEqualityComparer.Instance);
        return [.. _context.Code.Calls.Where(call => readings.Contains(call) || (Definitions.FunctionOf(_context, call.Function) is { } called && readers.Contains(called)))];
    }
}
