using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>LL202: a generator keeps a collection from one yield to the next and adds to it each time.</summary>
internal sealed class GeneratorYieldsGrowingCollectionRule : CarrierRule
{
    public override string Id => "LL202";

    protected override bool CountsWhileItRuns => true;

    /// <remarks>What is collected first and yielded afterwards is not kept from yield to yield.</remarks>
    public override bool Covers(GrowthCase growth)
    {
        var code = growth.Context.Code;
        return code.IsGenerator(growth.Function) && code.IsGenerator(growth.Origin)
            && code.FunctionsAround(growth.Fact.Node).Contains(growth.Origin)
            && code.LoopsAround(growth.Fact.Node).Any(loop => (growth.Fact.IsPlace || !code.IsInside(growth.Fact.Container, loop)) && Yields(loop, growth));
    }

    public override string Message(GrowthCase growth) => new GrowthText(growth).Message("kept from one yield to the next");

    public override string? Advice(GrowthCase growth) =>
        IsYielded(growth)
            ? "Yield the new item instead of the collection, or start a new one after each yield"
            : "Start a new collection after each yield, or bound it with deque(maxlen=...)";

    private static bool Yields(Statement loop, GrowthCase growth) =>
        growth.Context.Code.Yields.Any(yielding => growth.Context.Code.IsInside(yielding, loop) && ReferenceEquals(growth.Context.Code.FunctionAround(yielding), growth.Function));

    /// <summary>The generator gives out the collection itself.</summary>
    private static bool IsYielded(GrowthCase growth) =>
        growth.Fact.Node is Call { Function: Attribute { Value: Name grown } }
        && growth.Context.Code.Yields.Any(yielding => yielding is Yield { Value: Name given } && given.Id.Equals(grown.Id, StringComparison.Ordinal) && ReferenceEquals(growth.Context.Code.FunctionAround(yielding), growth.Function));
}
