using LeakLens.Engine.Decoding.Tracing;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Rules.Payloads;

/// <summary>LL605: whoever sends a request, a message or waits for a timer makes the program execute hidden code, or start what never ends.</summary>
internal sealed class RequestTriggeredExecutionRule : Rule
{
    public override string Id => "LL605";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        var trace = context.Payloads.Trace;
        var told = new HashSet<SyntaxNode>(ReferenceEqualityComparer.Instance);
        foreach (var execution in trace.Executions.OrderByDescending(static execution => execution.Kind is ExecutionKind.Code))
        {
            if (execution.Entry is FunctionDef handler && trace.Handlers.TryGetValue(handler, out var trigger) && !told.Contains(handler) && Judge(context, rule, execution, handler, trigger) is { } finding)
            {
                told.Add(handler);
                yield return finding;
            }
        }
    }

    private static Finding? Judge(RuleContext context, RuleDescriptor rule, Execution execution, FunctionDef handler, string trigger)
    {
        var what = $"Each time {trigger} comes, {handler.Name}";
        var callee = PayloadFinding.Short(execution.Callee);
        var code = execution.Code;
        switch (execution.Kind)
        {
            case ExecutionKind.Code when PayloadFinding.IsDecoded(code):
                var from = PayloadFinding.FileOf(code) is { } file ? $" out of {file.Path}" : string.Empty;
                return Tell(context, rule, FindingLevel.Error, handler, execution, $"{what} decodes code{from} and runs it with {callee}");
            case ExecutionKind.Code when PayloadFinding.IsFrom(code, Provenance.Request | Provenance.Outside):
                return Tell(context, rule, FindingLevel.Error, handler, execution, $"{what} runs code that comes from outside with {callee}");
            case ExecutionKind.Code when PayloadFinding.FileOf(code) is { } source && DataFiles.HoldsData(source.Path):
                return Tell(context, rule, FindingLevel.Error, handler, execution, $"{what} runs the code in {source.Path} with {callee}");
            case ExecutionKind.Pickle when PayloadFinding.IsFrom(code, Provenance.Request):
                return Tell(context, rule, FindingLevel.Error, handler, execution, $"{what} loads a pickle of its sender, which may call anything");
            case ExecutionKind.Start when execution.Target is { } target && NeverEnds(context, target):
                return Tell(context, rule, FindingLevel.Warning, handler, execution, $"{what} starts {target.Name} once more, which never ends: each leaves a thread and what it holds");
            default:
                return null;
        }
    }

    private static Finding Tell(RuleContext context, RuleDescriptor rule, FindingLevel level, FunctionDef handler, Execution execution, string message)
    {
        level = level is FindingLevel.Error && IsForDebugging(context, execution.Place) ? FindingLevel.Warning : level;
        var advice = execution.Kind is ExecutionKind.Start ? "Start it once, as the program starts, or hand the work to a queue with a bound" : "Remove it: what a service runs must stand in its source";
        return PayloadFinding.Of(rule, level, HeaderOf(context, handler), message, advice) with { Related = [new RelatedPlace(execution.Place.Span, execution.Kind is ExecutionKind.Start ? "it is started here" : "the code is run here")] };
    }

    private static TextSpan HeaderOf(RuleContext context, FunctionDef handler)
    {
        if (!handler.Decorators.IsEmpty)
        {
            return handler.Decorators[0].Span;
        }

        var line = context.Text.Text.IndexOf('\n', handler.Start) is var end and >= 0 ? end : handler.End;
        return TextSpan.FromBounds(handler.Start, Math.Min(line, handler.End));
    }

    /// <summary>An endless loop, or a timer that starts itself again.</summary>
    private static bool NeverEnds(RuleContext context, FunctionDef target) => EndlessLoops.Has(target)
        || context.Payloads.Trace.Executions.Any(other => other.Kind is ExecutionKind.Start && ReferenceEquals(other.Target, target) && context.Code.IsInside(other.Place, target));

    /// <summary>Only where <c>settings.DEBUG</c> or <c>app.debug</c> says that nobody else is there.</summary>
    private static bool IsForDebugging(RuleContext context, SyntaxNode place) =>
        context.Code.Around(place).Any(static around => around is If { Test: Attribute { Name: "DEBUG" or "debug" } or Name { Id: "DEBUG" } });
}
