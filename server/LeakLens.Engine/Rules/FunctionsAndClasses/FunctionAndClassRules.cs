using System.Collections.Immutable;
using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>The rules of the family LL2.</summary>
internal static class FunctionAndClassRules
{
    /// <summary>Kinds of growth, those that say most about one first.</summary>
    public static readonly ImmutableArray<GrowthRule> Growths = [];

    public static readonly ImmutableArray<Rule> Others = [];
}
