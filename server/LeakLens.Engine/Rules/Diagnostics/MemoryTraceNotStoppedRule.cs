using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Paths;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>LL302: memory is traced from some point on, and on some way through the function nothing stops it.</summary>
internal sealed class MemoryTraceNotStoppedRule : Rule
{
    public override string Id => "LL302";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.Diagnostics.Starts)
        {
            var start = TracingStart.Of(call, context);
            if (LevelOf(start, context) is not { } level)
            {
                continue;
            }

            var related = start.Answer.Misses is [{ End: not (PathEnd.End or PathEnd.Again) } miss, ..] ? [new RelatedPlace(miss.Node.Span, ReasonOf(miss))] : Enumerable.Empty<RelatedPlace>();
            yield return new Finding(rule, level, level is FindingLevel.Note ? 0.6 : 0.85, call.Span, MessageOf(start), Estimate: null, [.. related], [], [])
            {
                Advice = "Start tracing before a try, and stop it in the finally",
                Signals = [Signal.Tracing],
            };
        }
    }

    private static FindingLevel? LevelOf(TracingStart start, RuleContext context)
    {
        if (start.IsAlwaysStopped || start.Place is not (TracingPlace.Function or TracingPlace.Module) || start.IsStoppedByClass || start.IsStoppedElsewhere || start.IsInManager)
        {
            return null;
        }

        if (start.Place is TracingPlace.Module)
        {
            // The end of the process ends it: worth a word only where a stop was forgotten.
            return context.Diagnostics.Stops.IsEmpty ? FindingLevel.Note : null;
        }

        if (start.IsCalledOnce && !start.Answer.IsMissedPlainly)
        {
            // An exception there ends the program, as in code of the module.
            return null;
        }

        return start.IsOptional || start.IsCalledOnce ? FindingLevel.Note : FindingLevel.Warning;
    }

    private static string MessageOf(TracingStart start) => start.Answer.Misses switch
    {
        _ when start.Place is TracingPlace.Module => "Memory is traced from here to the end of the process",
        [{ End: PathEnd.Return }, ..] => $"{start.FunctionName} returns early with memory still being traced",
        [{ End: PathEnd.Exception or PathEnd.Raise }, ..] => $"Memory is still being traced when {start.FunctionName} ends with an exception",
        [{ End: PathEnd.Again }] => "Tracing starts again in the loop while it is still on",
        _ when start.Answer.IsReleased => $"Memory is still being traced on one way through {start.FunctionName}",
        _ => $"Nothing stops the tracing of memory that {start.FunctionName} starts",
    };

    private static string ReasonOf(PathMiss miss) => miss.End switch
    {
        PathEnd.Return => "this return leaves tracing on",
        PathEnd.Raise => "this exception leaves tracing on",
        _ => "an exception from here leaves tracing on",
    };
}
