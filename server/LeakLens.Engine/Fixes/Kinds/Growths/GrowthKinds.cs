using System.Collections.Immutable;
using LeakLens.Engine.Rules;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>The rules that tell growths: what bounds a container helps with each.</summary>
internal static class GrowthKinds
{
    /// <summary>Bounding works wherever a drop costs only the item. What still runs, is open or is listening wants to be ended instead, and a view to be copied.</summary>
    public static readonly ImmutableArray<string> Bounded = [.. RuleBook.Growths.Select(static rule => rule.Id).Distinct(StringComparer.Ordinal).Where(static id => id is not ("LL405" or "LL407" or "LL408" or "LL902"))];

    public static readonly ImmutableArray<string> Rules = [.. RuleBook.Growths.Select(static rule => rule.Id).Distinct(StringComparer.Ordinal)];
}
