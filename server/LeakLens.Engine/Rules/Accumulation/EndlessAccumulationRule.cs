using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>LL105: a loop that does not end by itself keeps adding, and nothing in it takes anything out.</summary>
internal sealed class EndlessAccumulationRule : GrowthRule
{
    public override string Id => "LL105";

    public override bool Covers(GrowthCase growth) =>
        growth.IsEndless && (growth.Fact.Times.IsUnbounded || growth.Fact.Peak.IsUnbounded);

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        if (growth.IsTrimmedInFile)
        {
            return null;
        }

        // Proven: each trip adds, and no trip is the last.
        var isProven = growth.Fact.Times.Low == growth.Fact.Times.High && growth.IsPersistent && !growth.Fact.IsShared;
        return isProven && GrowthNumbers.PerTime(growth.Fact) >= rule.GetThreshold("error-bytes") ? FindingLevel.Error
            : growth.Fact.IsShared ? FindingLevel.Note
            : FindingLevel.Warning;
    }

    public override string Message(GrowthCase growth)
    {
        var text = new GrowthText(growth);
        var by = GrowthNumbers.PerTime(growth.Fact) is > 0 and var bytes ? $"by about {ByteText.Bytes(bytes)} " : string.Empty;
        return $"{text.Name()} grows {by}with every trip of a loop that never ends, until memory runs out";
    }

    public override string Advice(GrowthCase growth) => "Bound it: collections.deque(maxlen=...), or a test of its length in the loop that works it off or leaves";
}
