using System.Collections.Immutable;
using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>The rules of the family LL1.</summary>
internal static class AccumulationRules
{
    /// <summary>Kinds of growth, those that say most about one first.</summary>
    public static readonly ImmutableArray<GrowthRule> Growths =
    [
        new EndlessAccumulationRule(),
        new QuadraticGrowthRule(),
        new NestedLoopAccumulationRule(),
        new KeptExceptionRule(),
        new WrapperOrNodeRetentionRule(),
        new BulkDataAccumulationRule(),
        new LargeTextAccumulationRule(),
        new LongLivedCollectionNeverEvictedRule(),
        new LoopAccumulationRule(),
    ];

    public static readonly ImmutableArray<Rule> Others = [new EagerMaterialisationRule(), new OversizedAllocationRule(), new RecordBufferRule()];
}
