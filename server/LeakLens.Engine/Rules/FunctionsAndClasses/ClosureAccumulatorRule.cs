using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>LL201: an inner function grows a collection of the function around it, and lives on with it.</summary>
internal sealed class ClosureAccumulatorRule : CarrierRule
{
    public override string Id => "LL201";

    protected override bool CountsWhileItRuns => true;

    public override bool Covers(GrowthCase growth) => IsRebound(growth) || IsFilled(growth);

    /// <summary>Of a name that is bound again and again the number of times says nothing: what it refers to may just be a little longer.</summary>
    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule) =>
        base.Judge(growth, growth.Fact.IsPlace ? rule with { Thresholds = rule.Thresholds.SetItem("error-trips", 0) } : rule);

    /// <summary><c>nonlocal text</c> and <c>text += line</c>.</summary>
    private static bool IsRebound(GrowthCase growth) => growth.Fact is { IsPlace: true, Holding: Holding.Closure } && ReferenceEquals(growth.Fact.Holder, growth.Function);

    /// <remarks>The function that made the collection may grow it too: that is no closure's doing.</remarks>
    private static bool IsFilled(GrowthCase growth) =>
        growth.Function is not null
        && !ReferenceEquals(growth.Function, growth.Origin)
        && (growth.Fact.Holding is Holding.Closure or Holding.Bound || (growth.Fact.Holding is Holding.Other && !growth.Fact.IsPerCall && growth.IsClosedOver));

    public override string Message(GrowthCase growth) => new GrowthText(growth).Message(growth.Fact.Holding switch
    {
        Holding.Closure when growth.Fact.Holder is FunctionDef holder => $"kept alive by {holder.Name}()",
        Holding.Closure => "kept alive by the lambda that uses it",
        Holding.Bound => "kept alive by the partial that it is bound to",
        _ => null,
    });

    public override string? Advice(GrowthCase growth) => growth.Fact.Holding is Holding.Bound
        ? "Pass the collection with each call, or bind a deque with maxlen"
        : "Create the collection inside the inner function, pass it in and return it, or bound it with deque(maxlen=...)";

    public override IEnumerable<RelatedPlace> Related(GrowthCase growth) =>
        growth.Fact.Holder is FunctionDef holder && growth.Fact.Holding is Holding.Closure
            ? [new RelatedPlace(Places.Header(holder), $"{holder.Name}() keeps it from call to call")]
            : [];
}
