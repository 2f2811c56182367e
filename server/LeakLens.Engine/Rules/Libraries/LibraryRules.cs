using System.Collections.Immutable;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Engine.Rules.Libraries.Figures;
using LeakLens.Engine.Rules.Libraries.Records;
using LeakLens.Engine.Rules.Libraries.Tensors;
using LeakLens.Engine.Rules.Libraries.Views;

namespace LeakLens.Engine.Rules.Libraries;

/// <summary>The rules of the family LL9.</summary>
internal static class LibraryRules
{
    public static readonly ImmutableArray<GrowthRule> Growths =
    [
        new SmallViewPinsLargeParentRule(),
    ];

    public static readonly ImmutableArray<Rule> Others =
    [
        new SmallPartRule(),
        new FigureNotClosedRule(),
        new MlGraphOrModelRetentionRule(),
        new OrmOrSessionRetentionRule(),
    ];
}
