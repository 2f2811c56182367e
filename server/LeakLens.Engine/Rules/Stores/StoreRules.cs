using System.Collections.Immutable;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>The rules of the family LL7.</summary>
internal static class StoreRules
{
    public static readonly ImmutableArray<Rule> Others =
    [
        new StoreKeyWithoutExpiryRule(),
        new StoreValueGrowthWithoutTrimRule(),
        new UnvalidatedStoreValueRule(),
        new UnboundedStoreFetchRule(),
        new StoreClientUnlimitedRule(),
        new OtherStoreOrBrokerUnboundedRule(),
    ];
}
