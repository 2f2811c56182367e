using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion.Retries;

/// <summary><c>while True: try: return fetch() except OSError: continue</c>: success ends the loop, failure goes round at once.</summary>
internal static class RetryLoop
{
    public static Finding? Judge(RuleContext context, RuleDescriptor rule, Try attempt, ExceptHandler handler)
    {
        if (context.Code.ParentOf(attempt) is not While loop || !EndlessLoops.IsAlwaysTrue(loop.Test) || (handler.Type is { } type && !IsOfConnections(context, type)) || IsUnderAlarm(context, loop) || FallsOut(loop, attempt, handler))
        {
            return null;
        }

        var failing = RetryCode.Look(context, handler.Body);
        var rest = RetryCode.Look(context, [.. loop.Body.Where(statement => !ReferenceEquals(statement, attempt)), .. attempt.FinalBody]);
        var trying = RetryCode.Look(context, [.. attempt.Body, .. attempt.OrElse]);
        // Any way out of the handler, any pause, any work of the program's own there may be what bounds it.
        if (failing.Leaves || failing.CallsOther || failing.Counts || failing.Pauses || rest.Pauses || rest.Counts || rest.AsksAndLeaves || trying.Pauses || !(trying.Leaves || rest.Leaves))
        {
            return null;
        }

        var isBroad = handler.Type is null || IsBroad(context, handler.Type);
        if (!trying.CallsRemote && (isBroad || !trying.CallsOther))
        {
            return null;
        }

        return UncountedFinding.Of(rule, FindingLevel.Warning, handler, "Whatever fails here is tried again at once, as often as it fails: the processor runs hot, and the other side gets no rest",
                "Count the attempts, wait longer after each, and raise after the last: for attempt in range(5): ... time.sleep(2 ** attempt)")
            .With(loop, "nothing ends this loop but success");
    }

    /// <summary>Behind the handler the loop ends, whatever has failed.</summary>
    private static bool FallsOut(While loop, Try attempt, ExceptHandler handler) =>
        handler.Body is not [.., Continue] && loop.Body.Any(statement => statement.Start >= attempt.End && statement is Return or Break or Raise);

    /// <summary>A block of the file's own, which sets alarms, is around it.</summary>
    private static bool IsUnderAlarm(RuleContext context, While loop) => ExhaustionData.Instance.Set("alarms").Any(alarm => context.NamedCalls.Of(alarm).Count > 0)
        && context.Code.Around(loop).TakeWhile(static around => around is not FunctionDef).Any(around => around is With with && with.Items.Any(item => item.Context is Call { Function: Name made } && (Definitions.ClassOf(context, made) is not null || Definitions.FunctionOf(context, made) is not null)));

    /// <summary>What fails when another machine does, or anything.</summary>
    public static bool IsOfConnections(RuleContext context, Expression type) => TypesOf(type).Any(one => context.Names.Resolve(one) is { } name && ExhaustionData.Instance.Set("connectionErrors").Contains(name.Text)) || IsBroad(context, type);

    private static bool IsBroad(RuleContext context, Expression type) => TypesOf(type).Any(one => context.Names.Resolve(one)?.Text is "builtins.Exception" or "builtins.BaseException");

    private static ImmutableArray<Expression> TypesOf(Expression type) => type is Tuple several ? several.Elements : [type];
}
