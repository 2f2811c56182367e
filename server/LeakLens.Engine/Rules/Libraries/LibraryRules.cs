using System.Collections.Immutable;
using LeakLens.Engine.Rules.Libraries.Figures;
using LeakLens.Engine.Rules.Libraries.Records;
using LeakLens.Engine.Rules.Libraries.Tensors;

namespace LeakLens.Engine.Rules.Libraries;

/// <summary>The rules of the family LL9.</summary>
internal static class LibraryRules
{
    public static readonly ImmutableArray<Rule> Others =
    [
        new FigureNotClosedRule(),
        new MlGraphOrModelRetentionRule(),
        new OrmOrSessionRetentionRule(),
    ];
}
