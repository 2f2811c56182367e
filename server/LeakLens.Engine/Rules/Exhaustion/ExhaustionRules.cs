using System.Collections.Immutable;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>The rules of the family LL5.</summary>
internal static class ExhaustionRules
{
    public static readonly ImmutableArray<Rule> Others =
    [
        new SizeFromUntrustedInputRule(),
        new UnboundedReadRule(),
        new DecompressionBombRule(),
        new EntityOrAliasExpansionRule(),
        new RegexDosRule(),
        new MissingTimeoutRule(),
        new IneffectiveTimeoutRule(),
        new UnboundedRetryRule(),
        new UnboundedQueueRule(),
        new UnboundedConcurrencyRule(),
        new UnboundedRecursionRule(),
        new MissingRequestLimitsRule(),
        new SlotImbalanceRule(),
        new DiskOrTempGrowthRule(),
        new SafetyLimitDisabledRule(),
    ];
}
