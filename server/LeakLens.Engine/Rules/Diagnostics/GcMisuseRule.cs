using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>LL306: the collector of cycles is switched off for good, told to keep what it finds, or asked again and again.</summary>
internal sealed class GcMisuseRule : Rule
{
    public override string Id => "LL306";

    public override bool AsksForFacts => true;

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.Diagnostics.Disables)
        {
            if (IsLeftOff(call, context))
            {
                yield return Of(rule, FindingLevel.Note, call, "Cycles are not collected from here on: on some way nothing switches the collector on again", "Call gc.enable() in the finally of a try");
            }
        }

        foreach (var call in context.Diagnostics.DebugSettings)
        {
            if (call.Arguments is [var flags] && NamesFlag(flags, context) && !IsUndone(call, context) && !IsAskedFor(call, context))
            {
                // Who measures memory in the same function is looking for a leak.
                var isOnPurpose = context.Code.FunctionAround(call) is { } function && context.Code.Calls.Any(other => IsMeasurement(other, context) && context.Code.IsInside(other, function));
                yield return Of(rule, isOnPurpose ? FindingLevel.Note : FindingLevel.Warning, call, "Every cycle is kept in gc.garbage from here on instead of being freed", "Set the flag only while you debug, and call gc.set_debug(0) afterwards");
            }
        }

        foreach (var call in context.Diagnostics.Collections)
        {
            if (RepeatsOf(call, context) is { } trips && trips >= rule.GetThreshold("note-trips"))
            {
                yield return Of(rule, FindingLevel.Note, call, $"{ByteText.Count(trips)} full collections: each looks at every object of the process, and frees only cycles that nothing holds", "Drop what is no longer needed; call gc.collect() once, after the loop, if cycles were dropped");
            }
        }
    }

    /// <summary>Code of the module may well do without, and a function that does nothing else afterwards does it on purpose.</summary>
    private static bool IsLeftOff(Call call, RuleContext context)
    {
        var diagnostics = context.Diagnostics;
        return context.Code.FunctionAround(call) is FunctionDef function
            && !(context.Code.StatementAround(call) is { } statement && function.Body is [.., var last] && ReferenceEquals(last, statement))
            && !(context.Code.StatementAround(call) is { } choice && diagnostics.Enables.Any(enable => context.Code.IsInside(enable, choice)))
            && !diagnostics.HasOtherEnd(function, diagnostics.Disables, diagnostics.Enables)
            && !diagnostics.IsEndedByClass(function, diagnostics.Enables)
            && !diagnostics.HandsOn(function, DiagnosticData.Instance.Collector)
            && !context.Follow(call, new SwitchQuestion(context, call, DiagnosticData.Instance.Collector, diagnostics.Enables)).Misses.IsEmpty;
    }

    private static bool IsMeasurement(Call call, RuleContext context) => context.Diagnostics.Readings.Contains(call)
        || (context.Names.Resolve(call.Function)?.Text is { } name && DiagnosticData.Instance.ReadingTypes.ContainsKey(name));

    private static bool NamesFlag(Expression flags, RuleContext context) => flags switch
    {
        BinOp { Operator: BinaryOperator.BitOr } both => NamesFlag(both.Left, context) || NamesFlag(both.Right, context),
        _ => context.Names.Resolve(flags) is { } name && DiagnosticData.Instance.DebugFlags.Contains(name.Text),
    };

    /// <summary>Somebody who looks for a leak switches it on: by a variable of the environment, an option, a setting.</summary>
    private static bool IsAskedFor(Call call, RuleContext context) => context.Code.Around(call).TakeWhile(static around => around is not FunctionDef)
        .Any(static around => around is If && !MainBlock.Is(around));

    /// <summary>Another setting in the same file takes the flag away: <c>set_debug(0)</c>, or what was in force before.</summary>
    private static bool IsUndone(Call call, RuleContext context) =>
        context.Diagnostics.DebugSettings.Any(other => !ReferenceEquals(other, call) && other.Arguments is [Constant or Name]);

    /// <summary>How often a loop of known length collects, on every trip; null for loops whose length is not known, for periodic ones, and for those that grow something: what they collect is the matter of LL409.</summary>
    private static long? RepeatsOf(Call call, RuleContext context)
    {
        if (context.Code.StatementAround(call) is not Expr statement || context.Code.ParentOf(statement) is not For loop
            || loop.Iterable is not Call { Function: Name } range || context.Names.Resolve(range.Function) is not { Text: "builtins.range" }
            || context.Facts.Growths.Any(growth => ReferenceEquals(growth.Loop, loop)))
        {
            return null;
        }

        var arguments = range.Arguments.Select(static argument => argument is Constant { Value: long number } ? number : (long?)null).ToArray();
        return arguments switch
        {
            [{ } end] => end,
            [{ } start, { } end] => end - start,
            [{ } start, { } end, { } step] when step > 0 => (end - start) / step,
            _ => null,
        };
    }

    private static Finding Of(RuleDescriptor rule, FindingLevel level, Call call, string message, string advice) =>
        new(rule, level, 0.75, call.Span, message, Estimate: null, [], [], []) { Advice = advice };
}
