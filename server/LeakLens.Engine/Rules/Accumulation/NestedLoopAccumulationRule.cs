using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>LL102: a loop inside a loop fills what outlives both, so that the numbers of trips multiply.</summary>
internal sealed class NestedLoopAccumulationRule : GrowthRule
{
    private const long BytesOfReference = 8;

    public override string Id => "LL102";

    public override bool Covers(GrowthCase growth) => growth.Fact is { Loop: not null, IsPlace: false, IsChain: false } && (IsInInnerLoop(growth) || IsFilledByInnerLoop(growth));

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        var level = new GrowthJudge(rule).Judge(growth);
        return IsOftenEnough(growth, rule) ? FindingLevel.Error : level;
    }

    public override string Message(GrowthCase growth)
    {
        var message = new GrowthText(growth).Message();
        return growth.Trips is null || growth.IsOpenEnded ? message : message + ", filled by a loop inside a loop";
    }

    public override string Advice(GrowthCase growth) => "Work off what the inner loop made before the outer one goes on: write it out, yield it, or clear the outer collection on each trip";

    /// <summary>The growing statement stands in a loop below the one that the container outlives, or in a function with a loop that the outer one calls.</summary>
    private static bool IsInInnerLoop(GrowthCase growth)
    {
        var code = growth.Context.Code;
        return growth.Fact.Loop is { } outer
            && code.LoopsAround(growth.Fact.Node).Any(loop => !ReferenceEquals(loop, outer) && (code.IsInside(loop, outer) || !code.IsInside(growth.Fact.Node, outer)));
    }

    /// <summary>What is stored are collections, each filled by a loop of its own below the outer one.</summary>
    private static bool IsFilledByInnerLoop(GrowthCase growth)
    {
        var items = growth.Fact.Content.Items;
        return growth.Fact.Loop is { } outer && items.Any(item => IsCollection(item) && IsFilledBelow(item.Node, outer, growth.Context.Code));
    }

    private static bool IsCollection(ItemFact item) => item.Kind is ObjectKind.List or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Tuple or ObjectKind.Deque;

    private static bool IsFilledBelow(SyntaxNode made, SyntaxNode outer, CodeMap code)
    {
        if (made is ListComp or SetComp or DictComp)
        {
            return true;
        }

        if (code.ParentOf(made) is not Assign { Targets: [Name name] } assign)
        {
            return false;
        }

        foreach (var call in code.Calls)
        {
            if (Storing.Of(call, code) is { Holder: Name holder } && string.Equals(holder.Id, name.Id, StringComparison.Ordinal)
                && code.LoopsAround(call).Any(loop => !ReferenceEquals(loop, outer) && code.IsInside(loop, outer) && !code.IsInside(assign, loop)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>So many trips of the outer loop, each of which leaves a collection of so many items.</summary>
    private static bool IsOftenEnough(GrowthCase growth, RuleDescriptor rule) =>
        rule.GetThreshold("outer-trips") is > 0 and var trips
        && growth is { IsPersistent: true, IsReleased: false, Fact.IsShared: false }
        && growth.Trips >= trips
        && growth.Fact.Content.HoldsContainers
        && GrowthNumbers.PerTime(growth.Fact) >= BytesOfReference * rule.GetThreshold("inner-items");
}
