using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>LL301: the memory in use is measured, and whatever the number is, the program goes on.</summary>
internal sealed class MemoryTraceWithoutEnforcementRule : Rule
{
    private const int MostRelated = 4;

    public override string Id => "LL301";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        var told = context.Diagnostics.Readings
            .Where(reading => IsOnlyShown(reading, context))
            .GroupBy(reading => context.Code.FunctionAround(reading) ?? context.Tree.Root);
        foreach (var readings in told)
        {
            var reading = readings.First();
            yield return Of(rule, reading, [.. readings.Skip(1).Take(MostRelated).Select(static other => new RelatedPlace(other.Span, "measured here too"))]);
        }

        foreach (var function in context.Code.Functions)
        {
            if (function.Decorators.FirstOrDefault(decorator => IsLineProfiler(decorator, context)) is { } profiler)
            {
                yield return Of(rule, profiler, []);
            }
        }
    }

    private static bool IsOnlyShown(Call reading, RuleContext context) =>
        context.Diagnostics.UseOf(reading) is { IsPassedOn: false, Checks.IsEmpty: true };

    private static bool IsLineProfiler(Expression decorator, RuleContext context) =>
        context.Names.Resolve(decorator is Call call ? call.Function : decorator) is { } name && DiagnosticData.Instance.LineProfilers.Contains(name.Text);

    private static Finding Of(RuleDescriptor rule, Expression place, System.Collections.Immutable.ImmutableArray<RelatedPlace> related) =>
        new(rule, FindingLevel.Note, 0.8, place.Span, "Memory is measured here, and no limit follows from it", Estimate: null, related, [], [])
        {
            Advice = "Compare the number with a limit, and raise, stop or release when it is exceeded",
            Signals = [Signal.UnenforcedReading],
        };
}
