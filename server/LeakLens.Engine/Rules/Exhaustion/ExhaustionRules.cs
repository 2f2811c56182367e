using System.Collections.Immutable;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>The rules of the family LL5.</summary>
internal static class ExhaustionRules
{
    public static readonly ImmutableArray<Rule> Others =
    [
        new EntityOrAliasExpansionRule(),
        new MissingTimeoutRule(),
        new IneffectiveTimeoutRule(),
        new UnboundedRetryRule(),
        new SafetyLimitDisabledRule(),
    ];
}
