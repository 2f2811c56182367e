using System.Collections.Frozen;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>LL305: a check of memory exists, and cannot do what it is there for.</summary>
internal sealed class IneffectiveMemoryGuardRule : Rule
{
    public override string Id => "LL305";

    public override bool AsksForFacts => true;

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        var told = new HashSet<SyntaxNode>(ReferenceEqualityComparer.Instance);
        foreach (var reading in context.Diagnostics.Readings)
        {
            foreach (var finding in CheckReading(reading, context, rule))
            {
                if (told.Add(reading))
                {
                    yield return finding;
                }
            }
        }

        foreach (var finding in new SystemLimits(context, rule).Check())
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> CheckReading(Call reading, RuleContext context, RuleDescriptor rule)
    {
        var use = context.Diagnostics.UseOf(reading);
        if (use.Checks.IsEmpty)
        {
            yield break;
        }

        if (context.Diagnostics.StartRightBefore(reading) is { } start)
        {
            yield return Of(rule, FindingLevel.Warning, reading, "Next to 0 bytes are told here: tracing has only just started, and counts nothing that was there before", "Start tracing once, when the program starts, and only measure here", start, "tracing starts here");
        }

        foreach (var check in use.Checks)
        {
            if (!check.Acts && check.Statement is If branch && IsLimit(branch.Test) && Talks(branch, context) && !Limits(branch))
            {
                var level = Logs(branch, context) ? FindingLevel.Note : FindingLevel.Warning;
                yield return Of(rule, level, branch.Test, "The limit is only talked about: when it is exceeded the program goes on as before", "Raise, stop or release something when the limit is exceeded", reading, "measured here");
            }
            else if (check.Statement is If limit && limit.Body.OfType<Raise>().FirstOrDefault() is { } raise && SwallowedAround(raise, context, "MemoryError", NameOf(raise, context)) is { } handler)
            {
                yield return Of(rule, FindingLevel.Warning, raise, "This exception goes nowhere: the handler around it ignores it, and the program goes on", "Let the exception leave the function, or release something in the handler", handler, "this handler ignores it");
            }
            else if (check.Statement is If late && LoopBefore(late, reading, context, rule) is { } loop)
            {
                yield return Of(rule, FindingLevel.Warning, late.Test, "The limit is looked at only when the loop is over and all is held already", "Check the limit inside the loop, every so many trips", loop, "this loop grows without a check");
            }
        }
    }

    /// <summary><c>if measured &lt; wanted: wanted = measured</c>: less is asked for than was wanted. The other way round a maximum is only remembered.</summary>
    private static bool Limits(If branch) => branch is { Test: Compare { Operators: [var comparison], Comparators: [Name right], Left: Name left }, Body: [Assign { Targets: [Name target], Value: Name value }, ..] }
        && (comparison is CompareOperator.Lt or CompareOperator.LtE ? (value.Id, target.Id) == (left.Id, right.Id)
            : comparison is CompareOperator.Gt or CompareOperator.GtE && (value.Id, target.Id) == (right.Id, left.Id));

    /// <summary>An amount is compared with another: <c>is None</c> only asks whether there is one.</summary>
    private static bool IsLimit(Expression test) => test switch
    {
        Compare compare => compare.Operators.Any(static comparison => comparison is CompareOperator.Lt or CompareOperator.LtE or CompareOperator.Gt or CompareOperator.GtE),
        BoolOp all => all.Values.Any(IsLimit),
        UnaryOp not => IsLimit(not.Operand),
        _ => true,
    };

    /// <summary>Something is printed or logged: to remember the largest amount is no talk.</summary>
    private static bool Talks(If branch, RuleContext context)
    {
        var finder = new ActionFinder(context.Names, FrozenSet<string>.Empty);
        return context.Code.Calls.Any(call => context.Code.IsInside(call, branch) && !context.Code.IsInside(call, branch.Test) && finder.IsShown(call)) || branch.Body is [Pass, ..];
    }

    private static bool Logs(If branch, RuleContext context)
    {
        var finder = new ActionFinder(context.Names, FrozenSet<string>.Empty);
        finder.ActsIn(branch.Body.Concat(branch.OrElse));
        return finder.Logs;
    }

    /// <summary>The handler of a <c>try</c> around a node that catches one of the classes and does nothing about it.</summary>
    public static ExceptHandler? SwallowedAround(SyntaxNode node, RuleContext context, params string?[] types)
    {
        var inner = node;
        foreach (var around in context.Code.Around(node))
        {
            if (around is FunctionDef or Lambda or ClassDef)
            {
                break;
            }

            if (around is Try attempt && inner is Statement statement && attempt.Body.Contains(statement)
                && attempt.Handlers.FirstOrDefault(handler => Catches(handler, context, types)) is { } catching)
            {
                return new ActionFinder(context.Names, FrozenSet<string>.Empty).ActsIn(catching.Body) ? null : catching;
            }

            inner = around;
        }

        return null;
    }

    private static bool Catches(ExceptHandler handler, RuleContext context, string?[] types)
    {
        IEnumerable<Expression> caught = handler.Type switch
        {
            null => [],
            Python.Syntax.Tuple several => several.Elements,
            { } one => [one],
        };
        return handler.Type is null || caught.Any(type => context.Names.Resolve(type)?.Text is { } name
            && (name is "builtins.Exception" or "builtins.BaseException" || types.Any(wanted => string.Equals(name, "builtins." + wanted, StringComparison.Ordinal))));
    }

    private static string? NameOf(Raise raise, RuleContext context) =>
        (raise.Exception is Call call ? call.Function : raise.Exception) is { } type && context.Names.Resolve(type)?.Text is { } name ? name[(name.LastIndexOf('.') + 1)..] : null;

    /// <summary>The loop in front of a check that grows something large without looking at the limit.</summary>
    private static SyntaxNode? LoopBefore(If check, Call reading, RuleContext context, RuleDescriptor rule)
    {
        if (!check.Body.Any(static statement => statement is Raise))
        {
            return null;
        }

        foreach (var growth in context.Facts.Growths)
        {
            if (growth.Loop is { } loop && loop.End <= check.Start && !context.Code.IsInside(reading, loop)
                && ReferenceEquals(context.Code.ParentOf(loop), context.Code.ParentOf(check))
                && growth.Readings.Contains(reading)
                && GrowthNumbers.Finite(growth.Peak) >= rule.GetThreshold("warning-bytes"))
            {
                return loop;
            }
        }

        return null;
    }

    public static Finding Of(RuleDescriptor rule, FindingLevel level, SyntaxNode place, string message, string advice, SyntaxNode related, string why) =>
        new(rule, level, 0.85, place.Span, message, Estimate: null, [new RelatedPlace(related.Span, why)], [], []) { Advice = advice, Signals = [Signal.UnenforcedReading] };
}
