using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Rules.Growths;

/// <summary>The numbers of a growth as findings tell them.</summary>
internal static class GrowthNumbers
{
    public static long? Finite(Quantity amount) => amount.HasFiniteHigh ? amount.High : null;

    /// <summary>The average when the whole is known, so that the product in the message comes out; otherwise what one more time costs.</summary>
    public static long? PerTime(GrowthFact fact)
    {
        var whole = Finite(fact.LikelyRetained) is > 0 and var held ? held : Finite(fact.Peak);
        return whole is { } bytes && fact.Times.IsExact && fact.Times.Low > 0 && fact.Releases.High == 0 ? bytes / fact.Times.Low : fact.BytesPerTime;
    }

    public static Estimate EstimateOf(GrowthFact fact) => new(
        Finite(fact.Peak),
        Finite(fact.Retained),
        PerTime(fact),
        Finite(fact.Times),
        fact.Retained.IsUnbounded ? GrowthBound.Unbounded : fact.Retained.HasFiniteHigh ? GrowthBound.Finite : GrowthBound.Unknown,
        fact.Owner.Lifetime,
        fact.IsPerCall ? Multiplicity.PerCall : Multiplicity.Once);

    public static double ConfidenceOf(GrowthFact fact) =>
        fact.IsShared ? 0.4
        : GrowthJudge.IsUncertain(fact) ? 0.5
        : fact.IsCoarse ? 0.6
        : fact.Retained.IsUnbounded || fact.IsPerCall ? 0.85
        : fact.Times.IsExact ? 0.97
        : 0.8;
}
