using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>LL208: something grows by syntax that does not look as if it did: an assignment to an attribute, a look-up, an operator, a callback.</summary>
internal sealed class HiddenAccumulatorRule : CarrierRule
{
    public override string Id => "LL208";

    public override bool Covers(GrowthCase growth) => growth.IsPersistent && LookOf(growth) is not null;

    /// <summary>
    /// A type whose items are set, or that is filled as it is read, is there to grow: that is told where a program makes it grow, not of the
    /// type itself.
    /// </summary>
    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule) =>
        growth.Fact.IsPerCall && (growth.IsKeyed || HiddenSyntax.LookOf(growth.Function) is null || HiddenSyntax.IsContract(growth.Function)) ? null : base.Judge(growth, rule);

    public override string Message(GrowthCase growth) => new GrowthText(growth).Message("by " + LookOf(growth));

    public override string? Advice(GrowthCase growth) => IsRead(growth)
        ? "Read with .get(key, default), which adds nothing"
        : "Replace the old value instead of keeping it, or add through a method that says so and has a limit";

    public override IEnumerable<RelatedPlace> Related(GrowthCase growth) =>
        HiddenSyntax.CallerOf(growth) is { } place ? [new RelatedPlace(place.Span, "here it grows")] : [];

    /// <summary>Whoever puts something into <c>groups[key]</c> at once, or assigns through it, means it to grow.</summary>
    private static bool IsRead(GrowthCase growth) =>
        growth.Fact.Node is Subscript { Context: ExpressionContext.Load }
        && growth.Context.Code.ParentOf(growth.Fact.Node) is not (Attribute or Subscript { Context: not ExpressionContext.Load } or AugAssign);

    private static string? LookOf(GrowthCase growth) =>
        IsRead(growth) ? "reading a key that is missing"
        : HiddenSyntax.LookOf(growth.Function) ?? HiddenSyntax.LookOfCaller(growth);
}
