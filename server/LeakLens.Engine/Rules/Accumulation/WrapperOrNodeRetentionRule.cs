using LeakLens.Engine.Facts;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>LL107: what is collected looks small, but holds on to something large or alive.</summary>
internal sealed class WrapperOrNodeRetentionRule : GrowthRule
{
    private const long LongText = 1000;

    public override string Id => "LL107";

    public override bool Covers(GrowthCase growth) =>
        growth.Fact is { Loop: not null, IsPlace: false } && (growth.Fact.IsChain || growth.Fact.Content.Items.Any(IsAlive) || (growth.Fact.Content.Items.Any(IsWrapper) && HoldsMuch(growth.Fact.Content)));

    public override string Message(GrowthCase growth)
    {
        var message = new GrowthText(growth).Message();
        return growth.IsOpenEnded ? message : $"{message}, {Kind(growth)}";
    }

    public override string Advice(GrowthCase growth) => growth.Fact.IsChain
        ? "Cut the chain where it is no longer needed, or keep a bounded number of nodes"
        : "Store the field that is needed instead of the object that holds it, or a weakref.ref to it";

    private static string Kind(GrowthCase growth) => growth.Fact.IsChain ? "objects that hold each other"
        : growth.Fact.Content.Items.FirstOrDefault(IsWrapper) is { TypeName: { } type } ? $"each {type} with all that it holds"
        : "each with all that it holds";

    private static bool IsWrapper(ItemFact item) => item.Kind is ObjectKind.Instance;

    /// <summary>Code that stopped in the middle keeps its variables; a method keeps its object.</summary>
    private static bool IsAlive(ItemFact item) => item.Kind is ObjectKind.Generator or ObjectKind.Function or ObjectKind.BoundMethod;

    private static bool HoldsMuch(GrowthContent content) => content.LargestText >= LongText || content.LargestArray > 0 || content.MostRows > 0 || content.HoldsContainers;
}
