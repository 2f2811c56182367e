using System.Collections.Immutable;
using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>The rules of the family LL2.</summary>
internal static class FunctionAndClassRules
{
    /// <summary>Kinds of growth, those that say most about one first.</summary>
    public static readonly ImmutableArray<GrowthRule> Growths =
    [
        new MutableDefaultAccumulatorRule(),
        new DecoratorStateLeakRule(),
        new ContextManagerRetentionRule(),
        new ClassAttributeAccumulatorRule(),
        new GeneratorYieldsGrowingCollectionRule(),
        new GeneratorDrainedIntoPersistentListRule(),
        new ClosureAccumulatorRule(),
        new HiddenAccumulatorRule(),
    ];

    public static readonly ImmutableArray<Rule> Others = [new CleanupSkippedOnExceptionRule()];
}
