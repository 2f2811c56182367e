using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>LL109: each trip copies all that came before.</summary>
internal sealed class QuadraticGrowthRule : GrowthRule
{
    public override string Id => "LL109";

    public override bool Covers(GrowthCase growth) => growth.Fact is { Loop: not null, IsPlace: true, IsCopied: true } && !IsDrawnAnew(growth) && !IsOfOthers(growth);

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        var level = new GrowthJudge(rule).Judge(growth);
        return growth.Fact.IsShared || Copied(growth) is not { } copied ? level
            : copied >= rule.GetThreshold("warning-copied-bytes") ? GrowthJudge.Higher(level, FindingLevel.Warning)
            : copied >= rule.GetThreshold("note-copied-bytes") ? GrowthJudge.Higher(level, FindingLevel.Note)
            : level;
    }

    public override string Message(GrowthCase growth) => Copied(growth) is { } copied && growth.Trips is { } trips
        ? $"{new GrowthText(growth).Name()} is copied whole {ByteText.Count(trips)} times, about {ByteText.Bytes(copied)} in all"
        : new GrowthText(growth).Message();

    public override string Advice(GrowthCase growth) => "Collect the parts in a list and join them once after the loop";

    /// <summary>A library makes it of other things: what was there before is dropped, not copied.</summary>
    private static bool IsDrawnAnew(GrowthCase growth) =>
        growth.Context.Code.StatementAround(growth.Fact.Node) is Assign { Targets: [Name target], Value: Call made } && growth.Context.Names.Resolve(made.Function) is not null
        && growth.Context.Uses.OwnerOf(target) is { } owner && !growth.Context.Uses.UsesOf(owner).Any(use => use.Context is ExpressionContext.Load && growth.Context.Code.IsInside(use, made));

    /// <summary><c>chunk = block * n</c>: it is made of what the loop leaves alone, and replaces what was there before.</summary>
    private static bool IsOfOthers(GrowthCase growth) =>
        growth.Context.Code.StatementAround(growth.Fact.Node) is Assign { Targets: [Name], Value: BinOp { Left: Name or Constant, Operator: BinaryOperator.Mult } made } && growth.Fact.Loop is For { Target: Name counter } loop
        && !growth.Context.Code.Around(made).Any(around => around is For or While && !ReferenceEquals(around, loop) && growth.Context.Code.IsInside(around, loop))
        && (made.Left is not Name part || (growth.Context.Uses.OwnerOf(part) is { } owner && !string.Equals(part.Id, counter.Id, StringComparison.Ordinal)
            && !growth.Context.Uses.UsesOf(owner).Any(use => use.Context is not ExpressionContext.Load && growth.Context.Code.IsInside(use, loop))));

    /// <summary>Half the last size, as often as it was copied.</summary>
    private static long? Copied(GrowthCase growth) =>
        growth.Trips is > 1 and var trips && GrowthNumbers.Finite(growth.Fact.Peak) is { } peak ? (long)Math.Min((double)peak / 4 * trips, 1L << 60) : null;
}
