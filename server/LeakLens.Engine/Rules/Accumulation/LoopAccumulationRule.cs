using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>LL101: a loop adds objects to a collection that outlives it, and nothing lets go of them.</summary>
internal sealed class LoopAccumulationRule : GrowthRule
{
    public override string Id => "LL101";

    public override bool Covers(GrowthCase growth) => growth.Fact.Loop is not null && !growth.IsBulkWorkingSet;
}
