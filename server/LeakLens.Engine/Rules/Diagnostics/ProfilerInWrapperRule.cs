using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Paths;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>LL304: tracing starts in a decorator, a wrapper or a manager and so lasts from call to call.</summary>
internal sealed class ProfilerInWrapperRule : Rule
{
    public override string Id => "LL304";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.Diagnostics.Starts)
        {
            var start = TracingStart.Of(call, context);
            if (!IsSpanning(start))
            {
                continue;
            }

            var level = start.IsOptional ? FindingLevel.Note : FindingLevel.Warning;
            yield return new Finding(rule, level, 0.85, call.Span, MessageOf(start), Estimate: null, [], [], [])
            {
                Advice = AdviceOf(start),
                Signals = [Signal.Tracing, Signal.Carrier],
                AlsoMatches = context.Rules.Find("LL302") is null ? [] : ["LL302"],
            };
        }
    }

    private static bool IsSpanning(TracingStart start) => !start.IsAlwaysStopped && start.Place switch
    {
        TracingPlace.Decorator or TracingPlace.Wrapper => true,
        TracingPlace.Enter or TracingPlace.Maker => !start.IsStoppedByClass,
        _ => false,
    };

    private static string MessageOf(TracingStart start) => start.Place switch
    {
        TracingPlace.Decorator => $"Tracing starts when {start.FunctionName} decorates a function, once, and then lasts for all calls",
        TracingPlace.Wrapper when start.Answer.Find(PathEnd.Exception) is not null => $"A call that raises leaves tracing on: {start.FunctionName} stops it only when all goes well",
        TracingPlace.Wrapper => $"Every decorated call starts tracing in {start.FunctionName}, and nothing there stops it",
        TracingPlace.Enter => "Entering the block starts tracing, and leaving it does not stop it",
        _ => "Making an instance starts tracing, and no method stops it",
    };

    private static string AdviceOf(TracingStart start) => start.Place switch
    {
        TracingPlace.Enter => "Stop tracing in __exit__, whatever happened in the block",
        TracingPlace.Maker => "Start tracing in __enter__ and stop it in __exit__",
        _ => "Start tracing in the wrapper, right before a try whose finally stops it",
    };
}
