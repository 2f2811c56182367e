using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL507: a timeout that gives up waiting and leaves the work running, or waits for it all the same.</summary>
internal sealed class IneffectiveTimeoutRule : Rule
{
    public override string Id => "LL507";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) =>
        OfExecutors(context, rule).Concat(OfAlarms(context, rule)).Concat(OfAwaited(context, rule)).Concat(OfShells(context, rule));

    /// <summary>Leaving <c>with ThreadPoolExecutor()</c> waits for all that was submitted, whatever timeout was waited for inside.</summary>
    private static IEnumerable<Finding> OfExecutors(RuleContext context, RuleDescriptor rule)
    {
        foreach (var maker in ExhaustionData.Instance.Set("executors"))
        {
            foreach (var making in context.NamedCalls.Of(maker))
            {
                if (context.Code.ParentOf(making) is WithItem { Target: Name pool } item && context.Code.ParentOf(item) is With with && !IsEndedByForce(context, with)
                    && context.Code.CallsWithin(with).FirstOrDefault(call => call.Start > item.Start && WaitsWithLimit(context, call, pool)) is { } waiting)
                {
                    yield return UncountedFinding.Of(rule, FindingLevel.Warning, waiting, "This timeout ends nothing: leaving the with statement waits until the work is done, however long that takes",
                            "Run the work in a process that can be terminated, give it an Event that it looks at, or use shutdown(wait=False, cancel_futures=True) instead of with", "measured: a timeout of 0.1 s came back after 1.0 s, when the work was done")
                        .With(making, "leaving this with statement waits for its workers");
                }
            }
        }
    }

    private static bool WaitsWithLimit(RuleContext context, Call call, Name pool) => call.Function switch
    {
        Attribute { Name: "result" or "exception", Value: var future } => NamedCalls.Argument(call, "timeout", 0) is { } limit && IsLimit(limit) && IsSubmitted(context, future, pool),
        Attribute { Name: "map", Value: Name mapping } => string.Equals(mapping.Id, pool.Id, StringComparison.Ordinal) && NamedCalls.Argument(call, "timeout") is { } limit && IsLimit(limit),
        _ => context.Names.Resolve(call.Function)?.Text is "concurrent.futures.as_completed" && NamedCalls.Argument(call, "timeout", 1) is { } limit && IsLimit(limit),
    };

    private static bool IsLimit(Expression limit) => limit is not Constant { LiteralKind: ConstantKind.None };

    private static bool IsSubmitted(RuleContext context, Expression future, Name pool) =>
        Makers.CallOf(context, future) is { Function: Attribute { Name: "submit", Value: Name executor } } && string.Equals(executor.Id, pool.Id, StringComparison.Ordinal);

    /// <summary>The workers themselves are killed.</summary>
    private static bool IsEndedByForce(RuleContext context, With with) =>
        ExhaustionData.Instance.Set("killing").Any(method => context.Uses.AttributesNamed(method).Any(use => context.Code.IsInside(use, with)));

    /// <summary>Signals reach the main thread only, and only there may their handlers be set.</summary>
    private static IEnumerable<Finding> OfAlarms(RuleContext context, RuleDescriptor rule)
    {
        if (!ExhaustionData.Instance.Set("threading").Any(module => context.NamedCalls.Names.Any(name => name.StartsWith(module, StringComparison.Ordinal))) || AsksForMainThread(context))
        {
            yield break;
        }

        foreach (var call in context.NamedCalls.Of("signal.alarm").Concat(context.NamedCalls.Of("signal.setitimer")))
        {
            if (call.Arguments is not [.., Constant { Value: 0L }] && context.Code.FunctionAround(call) is not null && !Definitions.RunsOnce(context, call))
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Note, call, "This alarm works in the main thread only: set in any other, signal.signal raises ValueError and nothing is limited",
                    "Give the work its own limit, or run it in a process with subprocess.run(timeout=...)");
            }
        }
    }

    private static bool AsksForMainThread(RuleContext context) => context.NamedCalls.Of("threading.main_thread").Count > 0;

    private static IEnumerable<Finding> OfAwaited(RuleContext context, RuleDescriptor rule)
    {
        foreach (var waiting in context.NamedCalls.Of("asyncio.wait_for"))
        {
            if (waiting.Arguments is not [Call work, ..])
            {
                continue;
            }

            if (context.Names.Resolve(work.Function)?.Text is "asyncio.to_thread" || work.Function is Attribute { Name: "run_in_executor" })
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Note, waiting, "When the time is over the thread goes on with its work: a timeout cannot stop a thread",
                    "Give the work a limit of its own, and let it look at an Event");
            }
            else if (Definitions.FunctionOf(context, work.Function) is { IsAsync: true } function && BlockingCallIn(context, function) is { } blocking)
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Warning, waiting, $"This timeout cannot fire in time: {function.Name}() blocks the event loop that would have to fire it", "Await something that gives way, or run what blocks with asyncio.to_thread()")
                    .With(blocking, "nothing else runs while this does");
            }
        }
    }

    private static Call? BlockingCallIn(RuleContext context, FunctionDef function)
    {
        foreach (var name in ExhaustionData.Instance.Set("blocking"))
        {
            foreach (var call in context.NamedCalls.Of(name))
            {
                if (ReferenceEquals(context.Code.FunctionAround(call), function))
                {
                    return call;
                }
            }
        }

        return null;
    }

    /// <summary>The shell is killed; what it started keeps the pipe open, and reading it goes on.</summary>
    private static IEnumerable<Finding> OfShells(RuleContext context, RuleDescriptor rule)
    {
        foreach (var name in ExhaustionData.Instance.Set("shells"))
        {
            foreach (var call in context.NamedCalls.Of(name))
            {
                if (NamedCalls.Argument(call, "shell") is Constant { LiteralKind: ConstantKind.True } && NamedCalls.Argument(call, "timeout") is { } limit && IsLimit(limit) && ReadsPipe(context, name, call)
                    && NamedCalls.Argument(call, "start_new_session") is null)
                {
                    yield return UncountedFinding.Of(rule, FindingLevel.Note, call, "After the timeout only the shell is killed: what it started keeps the pipe open, and the call waits for it",
                        "Pass the command as a list without shell=True, or start a session of its own and kill its group");
                }
            }
        }
    }

    private static bool ReadsPipe(RuleContext context, string name, Call call) => name is "subprocess.check_output" || NamedCalls.Argument(call, "capture_output") is Constant { LiteralKind: ConstantKind.True }
        || (NamedCalls.Argument(call, "stdout") is { } output && context.Names.Resolve(output)?.Text is "subprocess.PIPE");
}
