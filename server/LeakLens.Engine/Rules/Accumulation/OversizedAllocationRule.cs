using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>LL110: one expression makes something very large at once.</summary>
internal sealed class OversizedAllocationRule : Rule
{
    private const long Impossible = 1L << 50;

    public override string Id => "LL110";

    public override bool AsksForFacts => true;

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        var told = new List<(AllocationFact Fact, FindingLevel Level)>();
        foreach (var allocation in context.Facts.Allocations.OrderBy(static fact => fact.Node.End - fact.Node.Start))
        {
            // What is made of something large is as large: the first of them is the cause. What a loop filled is told as its growth.
            if (LevelOf(allocation, rule) is { } level && !told.Exists(other => other.Fact.Node.Start >= allocation.Node.Start && other.Fact.Node.End <= allocation.Node.End) && !IsGrowth(context, allocation) && !IsMadeByOwnFunction(context, allocation))
            {
                told.Add((allocation, level));
            }
        }

        foreach (var (allocation, level) in told)
        {
            yield return Tell(allocation, rule, level is FindingLevel.Warning && context.Rules.TrustsPaths && (SelfTests.Is(context, allocation.Node) || SelfTests.IsDemonstration(context, allocation.Node) || IsRepeated(context, told, allocation)) ? FindingLevel.Note : level);
        }
    }

    /// <summary>The same function takes as much or more in another place: the largest of them, and of those the first, is what a person has to look at.</summary>
    private static bool IsRepeated(RuleContext context, List<(AllocationFact Fact, FindingLevel Level)> told, AllocationFact allocation) =>
        context.Code.FunctionAround(allocation.Node) is { } function && told.Exists(other => !ReferenceEquals(other.Fact, allocation) && ReferenceEquals(context.Code.FunctionAround(other.Fact.Node), function)
            && (other.Fact.Bytes.Low > allocation.Bytes.Low || (other.Fact.Bytes.Low == allocation.Bytes.Low && other.Fact.Node.Start < allocation.Node.Start)));

    private static FindingLevel? LevelOf(AllocationFact allocation, RuleDescriptor rule) => allocation.Bytes.Low switch
    {
        _ when IsImpossible(allocation) => null,
        var bytes when bytes >= rule.GetThreshold("error-bytes") => FindingLevel.Error,
        // What a function takes for itself when somebody calls it, it gives back.
        var bytes when bytes >= rule.GetThreshold("warning-bytes") => allocation.IsEntryPoint ? FindingLevel.Note : FindingLevel.Warning,
        _ => null,
    };

    /// <summary>A length that calls without end made: no expression says it.</summary>
    public static bool IsImpossible(AllocationFact allocation) => allocation.IsEntryPoint && allocation.Bytes.Low >= Impossible;

    /// <summary>A function of this file made it and gave it back: it is told there.</summary>
    public static bool IsMadeByOwnFunction(RuleContext context, AllocationFact allocation) => allocation.Node is Call call && MakerOf(context, call.Function) is { } maker
        && context.Facts.Allocations.Any(other => other.Bytes.Low >= allocation.Bytes.Low && context.Code.IsInside(other.Node, maker));

    private static FunctionDef? MakerOf(RuleContext context, Expression called) => Definitions.FunctionOf(context, called)
        ?? (called is Python.Syntax.Attribute method && Definitions.ClassOf(context, method.Value) is { } type ? Definitions.MethodOf(context, type, method.Name) : null);

    private static bool IsGrowth(RuleContext context, AllocationFact allocation) =>
        context.Facts.Growths.Any(growth => ReferenceEquals(growth.Node, allocation.Node) || ReferenceEquals(growth.Container, allocation.Node));

    public static Finding Tell(AllocationFact allocation, RuleDescriptor rule, FindingLevel level)
    {
        var bytes = allocation.Bytes.Low;
        var live = allocation.LiveBytes.HasFiniteHigh && allocation.LiveBytes.High > bytes ? allocation.LiveBytes.High : bytes;
        return new Finding(
            rule,
            level,
            allocation.Bytes.IsExact ? 0.97 : 0.8,
            allocation.Node.Span,
            $"{ByteText.Bytes(bytes)} are taken by this expression at once",
            new Estimate(live, RetainedBytes: null, BytesPerTrip: null, Trips: 1, GrowthBound.Finite, Lifetime.Function, Multiplicity.Once),
            [],
            [],
            [$"At this moment {ByteText.Bytes(live)} are alive in all"])
        {
            Advice = "Make it in portions: a generator or range, an array with a small item type, a file that is read in blocks",
            Signals = [Signal.Size],
        };
    }
}
