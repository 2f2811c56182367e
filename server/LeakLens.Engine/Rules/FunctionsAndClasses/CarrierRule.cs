using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Engine.Rules.Lifetimes;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>
/// Growth in something that carries contents from call to call and does not look like a collection: a function, a class, a default. Whoever
/// calls does not see it, so that growth with every call is worth a word from <c>per-call-bytes</c> on, where a total is not known; with keys,
/// which may come again, from <c>per-call-keyed-bytes</c> on.
/// </summary>
internal abstract class CarrierRule : GrowthRule
{
    public override bool IsCarrier => true;

    /// <summary><c>error-trips</c> counts for what dies with a function too, because as long as that runs the carrier holds on to it.</summary>
    protected virtual bool CountsWhileItRuns => false;

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        var judge = new GrowthJudge(rule);
        if (growth.IsCapped)
        {
            return GrowthJudge.Lower(judge.LevelOf(GrowthNumbers.Finite(growth.Fact.LikelyRetained)));
        }

        var level = judge.Judge(growth);
        if (GrowsWithCalls(growth, rule))
        {
            level = GrowthJudge.Higher(level, FindingLevel.Note);
        }

        if (CountsWhileItRuns && IsFrequent(growth, rule))
        {
            level = GrowthJudge.Higher(level, growth.IsReferencesOnly ? FindingLevel.Note : FindingLevel.Error);
        }

        return growth.Fact.IsShared && level is not null ? FindingLevel.Note : level;
    }

    private static bool GrowsWithCalls(GrowthCase growth, RuleDescriptor rule) =>
        growth is { IsPersistent: true, IsReleased: false, Fact: { IsPerCall: true, Times.IsUnbounded: true } }
        && growth.Fact.BytesPerCall >= rule.GetThreshold(growth.IsKeyed ? "per-call-keyed-bytes" : "per-call-bytes")
        && !growth.IsTended;

    private static bool IsFrequent(GrowthCase growth, RuleDescriptor rule) =>
        rule.GetThreshold("error-trips") is > 0 and var trips && !growth.IsReleased && growth.Fact.BytesPerTime != 0 && (growth.Trips >= trips || growth.Fact.Times.IsUnbounded);
}
