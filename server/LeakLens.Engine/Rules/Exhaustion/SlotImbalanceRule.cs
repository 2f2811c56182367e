using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Exhaustion.Slots;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL514: what counts uses is given back without having been taken, or taken and not given back.</summary>
/// <remarks>That a lock is not released on some way out is LL209's matter; here it is a <c>finally</c> that gives back what was never taken.</remarks>
internal sealed class SlotImbalanceRule : Rule
{
    public override string Id => "LL514";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) => FinallyReleases.Check(context, rule);
}
