using System.Collections.Immutable;
using LeakLens.Engine.Rules;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>The rules that tell growths: what bounds a container helps with each.</summary>
internal static class GrowthKinds
{
    public static readonly ImmutableArray<string> Rules = [.. RuleBook.Growths.Select(static rule => rule.Id).Distinct(StringComparer.Ordinal)];
}
