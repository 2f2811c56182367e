using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Accumulation;

namespace LeakLens.Engine.Rules.Contracts;

/// <summary>A contract over what is large at one time: what an expression makes at once. What loops make large is a matter of <see cref="GrowthContract"/>.</summary>
internal static class PeakContract
{
    /// <param name="grown">What is told of loops already.</param>
    public static IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule, Contract contract, IReadOnlyCollection<GrowthFact> grown)
    {
        var told = new List<AllocationFact>();
        foreach (var allocation in context.Facts.Allocations.OrderBy(static fact => fact.Node.End - fact.Node.Start))
        {
            // What is made of something large is as large: the first of them is the cause.
            if (Holds(rule, contract, allocation)
                && !told.Exists(other => other.Node.Start >= allocation.Node.Start && other.Node.End <= allocation.Node.End)
                && !grown.Any(growth => ReferenceEquals(growth.Node, allocation.Node) || ReferenceEquals(growth.Container, allocation.Node))
                && !OversizedAllocationRule.IsMadeByOwnFunction(context, allocation))
            {
                told.Add(allocation);
            }
        }

        return told.Select(allocation => OversizedAllocationRule.Tell(allocation, rule, rule.DefaultLevel) with
        {
            Message = contract.Message.Fill(place => ValueOf(place, allocation)),
            Advice = contract.Advice,
            Signals = [],
        });
    }

    private static bool Holds(RuleDescriptor rule, Contract contract, AllocationFact allocation) =>
        (contract.Containers.IsEmpty || contract.Containers.Contains(allocation.Kind))
        && (contract.IsCertain is not { } certain || certain == allocation.Bytes.IsExact)
        && !OversizedAllocationRule.IsImpossible(allocation)
        && rule.Thresholds.All(threshold => allocation.Bytes.Low >= threshold.Value);

    private static string ValueOf(string place, AllocationFact allocation) => place switch
    {
        "name" => "this expression",
        "bytes" => ByteText.Bytes(allocation.Bytes.Low),
        _ => KindNames.Of(allocation.Kind),
    };
}
