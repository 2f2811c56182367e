using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Engine.Rules.Growths.Tables;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>LL106 where one of two tables is looked after, and the other forgotten: that keys come and go is said by the first.</summary>
internal sealed class ForgottenTableRule : GrowthRule
{
    public override string Id => "LL106";

    public override bool Covers(GrowthCase growth) =>
        growth is { Fact: { IsPerCall: true, IsPlace: false, IsChain: false, Owner.Lifetime: Lifetime.Module or Lifetime.Class or Lifetime.Process or Lifetime.Instance }, Storing.Key: not null } && TableOf(growth) is not null;

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        if (TableOf(growth) is not { } table || growth.Storing is not { } storing || growth.Fact.Retained.HasFiniteHigh || growth.Fact.BytesPerCall < rule.GetThreshold("note-bytes"))
        {
            return null;
        }

        var thing = new StoredThing(growth, storing);
        if (thing.HasFewKeys() || thing.IsFilledOnce() || thing.IsPartOfProgram() || (growth.Fact.Holder is ClassDef type && growth.Fact.Owner.IsOfWorld && !HolderLife.IsLong(growth.Context, type)))
        {
            return null;
        }

        return growth.Fact.IsShared || storing.IsUpdate || thing.IsLookedUp() ? FindingLevel.Note : LevelOf(table);
    }

    public override string Message(GrowthCase growth) => new GrowthText(growth).Message(TableOf(growth)?.Reason);

    public override string? Advice(GrowthCase growth) => TableOf(growth)?.Advice;

    public override IEnumerable<RelatedPlace> Related(GrowthCase growth) => TableOf(growth) is { } table ? [table.Place] : [];

    /// <summary>A warning where nothing is guessed: the very same key goes into both, and is no number that is counted.</summary>
    private static FindingLevel LevelOf(ForgottenTable table) => table is { IsFilledTogether: true, IsCounted: false } ? FindingLevel.Warning : FindingLevel.Note;

    private static ForgottenTable? TableOf(GrowthCase growth) => growth.Context.ForgottenTables.Find(growth.Fact.Node);
}
