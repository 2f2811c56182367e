using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>LL203: all that a generator yields one by one ends up in a collection that stays.</summary>
internal sealed class GeneratorDrainedIntoPersistentListRule : CarrierRule
{
    public override string Id => "LL203";

    /// <summary>The generator is no carrier: it lets go of what it yields.</summary>
    public override bool IsCarrier => false;

    public override bool Covers(GrowthCase growth)
    {
        var drains = growth.Context.Facts.Drains;
        return drains.Count > 0 && growth.IsPersistent
            && (drains.Contains(growth.Fact.Node)
                || ClausesOf(growth.Fact.Container).Any(drains.Contains)
                || growth.Context.Code.LoopsAround(growth.Fact.Node).Any(drains.Contains));
    }

    public override string Message(GrowthCase growth) => new GrowthText(growth).Message("all that a generator yields, stored");

    public override string? Advice(GrowthCase growth) =>
        "Use each item as it comes, or yield it on; if only some are needed, take them with itertools.islice";

    public override IEnumerable<RelatedPlace> Related(GrowthCase growth) =>
        growth.Fact.Loop is { } loop && growth.Context.Code.FunctionAround(loop) is FunctionDef generator && !ReferenceEquals(generator, growth.Function) && growth.Context.Code.IsGenerator(generator)
            ? [new RelatedPlace(Places.Header(generator), $"{generator.Name}() makes one item at a time")]
            : [];

    private static IEnumerable<SyntaxNode> ClausesOf(SyntaxNode made) => made switch
    {
        ListComp list => list.Generators,
        SetComp set => set.Generators,
        DictComp dict => dict.Generators,
        _ => [made],
    };
}
