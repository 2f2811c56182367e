using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>At the end of each trip of the loop that fills it: <c>pages.clear()</c>.</summary>
internal sealed class ClearEachTrip : GrowthFix
{
    private const int MostLoops = 2;

    public override string Kind => "clear-each-trip";

    protected override IEnumerable<Fix> Propose(FixContext context, GrowthCase growth)
    {
        if (growth.Storing is not { Holder: Name or Attribute { Value: Name } } storing || !ContentUses.IsPlain(growth) || ContentUses.IsLengthCompared(growth) || ReleaseOf(growth, context.TextOf(storing.Holder)) is not { } release)
        {
            yield break;
        }

        // The outer loop first: what one trip of it collects belongs together.
        foreach (var loop in context.Code.LoopsAround(growth.Fact.Node).Take(MostLoops).Reverse())
        {
            if (CodeBlocks.BodyOf(loop) is not [.., var last] || CodeBlocks.Leaves(last) || context.Code.IsInside(growth.Fact.Container, loop) || IsBoundIn(context, loop, storing.Holder) || ContentUses.AreReadOutside(growth, loop) || ContentUses.AreRequiredInside(growth, loop, storing.Key))
            {
                continue;
            }

            var writer = context.Write().InsertAfter(last, release);
            foreach (var fix in writer.Done($"Let go of what is in {context.TextOf(storing.Holder)} at the end of each trip", Applicability.Unsafe, "it is empty after the loop: use it before the end of each trip"))
            {
                yield return fix;
            }
        }
    }

    /// <summary>At the end of the trip the name means something else than where it grew.</summary>
    private static bool IsBoundIn(FixContext context, Statement loop, Expression holder) => holder switch
    {
        Name name when context.Rules.Uses.OwnerOf(name) is { } owner => context.Rules.Uses.UsesOf(owner).Any(use => use.Context is not ExpressionContext.Load && context.Code.ParentOf(use) is not AugAssign && context.Code.IsInside(use, loop)),
        Attribute attribute => context.Rules.Uses.AttributesNamed(attribute.Name).Any(use => use.Context is not ExpressionContext.Load && context.Code.ParentOf(use) is not AugAssign && context.Code.IsInside(use, loop))
            || (attribute.Value is Name owner && IsBoundIn(context, loop, owner)),
        _ => true,
    };

    private static string? ReleaseOf(GrowthCase growth, string holder) => growth.Fact.ContainerKind switch
    {
        ObjectKind.List or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque or ObjectKind.ByteArray => $"{holder}.clear()",
        ObjectKind.Str => $"{holder} = \"\"",
        _ => null,
    };
}
