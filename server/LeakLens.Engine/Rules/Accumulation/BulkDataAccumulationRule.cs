using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>LL104: a loop keeps arrays or tables.</summary>
internal sealed class BulkDataAccumulationRule : GrowthRule
{
    public override string Id => "LL104";

    public override bool Covers(GrowthCase growth) => growth.Fact is { Loop: not null, IsPlace: false } && growth.HoldsBulkData;

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        var content = growth.Fact.Content;
        return content.LargestArray < rule.GetThreshold("array-bytes") && content.MostRows < rule.GetThreshold("table-items") ? null
            : growth.IsBulkWorkingSet ? JudgeWorkingSet(growth, rule)
            : new GrowthJudge(rule).Judge(growth);
    }

    public override string Message(GrowthCase growth)
    {
        var message = new GrowthText(growth).Message();
        var content = growth.Fact.Content;
        return growth.IsOpenEnded ? message
            : content.MostRows > 0 ? $"{message}, tables of up to {ByteText.Count(content.MostRows)} rows"
            : $"{message}, arrays of up to {ByteText.Bytes(content.LargestArray)}";
    }

    public override string Advice(GrowthCase growth) => growth.IsBulkWorkingSet
        ? "This is the right way to join parts; if the peak is too much, join them in portions or write each one out"
        : "Keep of each one the figures that are needed, write it out (numpy.save, to_parquet), or fill one array that was made before the loop";

    /// <summary>Collected, joined once and dropped, as the libraries advise: the peak is worth a word.</summary>
    private static FindingLevel? JudgeWorkingSet(GrowthCase growth, RuleDescriptor rule) =>
        GrowthNumbers.Finite(growth.Fact.Peak) >= rule.GetThreshold("error-bytes") ? FindingLevel.Note : null;
}
