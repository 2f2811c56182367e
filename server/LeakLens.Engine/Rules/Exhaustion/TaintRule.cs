using LeakLens.Engine.Findings;
using LeakLens.Engine.Taint;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>A rule about what somebody else decides.</summary>
internal abstract class TaintRule : Rule
{
    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var hit in context.Taint)
        {
            if (string.Equals(hit.Rule, Id, StringComparison.Ordinal) && Judge(context, rule, hit) is { } finding)
            {
                yield return hit.Origin.Node.Start == hit.Node.Start ? finding : finding.With(hit.Origin.Node, "it comes in here");
            }
        }
    }

    protected abstract Finding? Judge(RuleContext context, RuleDescriptor rule, TaintHit hit);

    protected static FindingLevel Least(FindingLevel left, FindingLevel right) => left < right ? left : right;

    /// <summary>For the start of a sentence.</summary>
    protected static string Subject(TaintHit hit) => char.ToUpperInvariant(hit.Origin.What[0]) + hit.Origin.What[1..];
}
