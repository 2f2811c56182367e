using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL512: a limit that a library has for safety is switched off.</summary>
internal sealed class SafetyLimitDisabledRule : Rule
{
    public override string Id => "LL512";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) => SwitchedLimits.Check(context, rule);
}
