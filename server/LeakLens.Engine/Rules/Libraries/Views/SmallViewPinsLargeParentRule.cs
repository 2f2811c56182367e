using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Views;

/// <summary>LL902 where the engine knows the bytes: a collection keeps views of arrays, tables or buffers, and with each of them all of what it looks into.</summary>
internal sealed class SmallViewPinsLargeParentRule : GrowthRule
{
    private const int LeastRatio = 4;

    public override string Id => "LL902";

    public override bool Covers(GrowthCase growth) => growth.Fact is { IsPlace: false, Content.Pinned: { } pinned } && !growth.IsTrimmedInFile && !growth.IsEndless && IsMostOfIt(growth, pinned);

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        var level = new GrowthJudge(rule).Judge(growth);
        return growth.IsPersistent || growth.Fact.Owner.Lifetime is Lifetime.Caller ? level : GrowthJudge.Lower(level);
    }

    public override string Message(GrowthCase growth)
    {
        var message = new GrowthText(growth).Message();
        return growth.Fact.Content.Pinned is { } pinned ? $"{message}; of each {ByteText.Bytes(pinned.KeptBytes)} only {ByteText.Bytes(pinned.SeenBytes)} can be seen: a view keeps all of what it looks into" : message;
    }

    public override string Advice(GrowthCase growth) =>
        growth.Fact.Content.Pinned is { IsBuffer: true } ? "Keep a copy of the part: bytes(view)" : "Keep a copy of the part: copy()";

    public override IEnumerable<RelatedPlace> Related(GrowthCase growth) => growth.Fact.Content.Pinned is { } pinned
        ? [new RelatedPlace(pinned.Parent.Span, "this is kept"), new RelatedPlace(pinned.View.Span, "because of this view")]
        : [];

    /// <summary>Each time brings more than what its views show: there is not one whole to very many of them.</summary>
    private static bool IsMostOfIt(GrowthCase growth, PinnedParent pinned) => growth.Fact.BytesPerTime is not { } bytes || bytes / LeastRatio >= pinned.SeenBytes;
}
