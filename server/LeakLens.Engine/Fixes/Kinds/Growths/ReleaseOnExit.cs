using System.Collections.Immutable;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>A context manager lets go of what was collected when it is left: in <c>__exit__</c>, or behind the <c>yield</c>.</summary>
internal sealed class ReleaseOnExit : GrowthFix
{
    public override string Kind => "release-on-exit";

    public override ImmutableArray<string> Rules => ["LL205", "LL303"];

    protected override IEnumerable<Fix> Propose(FixContext context, GrowthCase growth) =>
        growth.Fact is { Holding: Holding.Instance, Holder: ClassDef type } ? InExit(context, growth, type) : BehindYield(context, growth);

    private static IEnumerable<Fix> InExit(FixContext context, GrowthCase growth, ClassDef type)
    {
        var exit = Definitions.MethodOf(context.Rules, type, "__exit__") ?? Definitions.MethodOf(context.Rules, type, "__aexit__");
        if (Place.Of(growth) is not { Target: Attribute attribute } || exit?.Parameters is not { } parameters || parameters.PositionalOnly.AddRange(parameters.Positional) is not [var self, ..]
            || CodeBlocks.FirstBelowDocstring(exit.Body) is not { } first || growth.Fact.ContainerKind is ObjectKind.Str || ContentUses.AreReadOutside(growth, type))
        {
            yield break;
        }

        var release = $"{self.Name}.{attribute.Name}.clear()";
        var writer = context.Write();
        var isUsed = context.Rules.Uses.AttributesNamed(attribute.Name).Any(use => context.Code.IsInside(use, exit));
        _ = first is Pass ? writer.Replace(first, release)
            : !isUsed ? writer.InsertBefore(first, release)
            : exit.Body[^1] is Return { Value: null or Constant or Name } last ? writer.InsertBefore(last, release)
            : writer.InsertAfter(exit.Body[^1], release);
        foreach (var fix in writer.Done($"Clear {self.Name}.{attribute.Name} in {exit.Name}", Applicability.Unsafe, "it is empty after the with statement"))
        {
            yield return fix;
        }
    }

    private static IEnumerable<Fix> BehindYield(FixContext context, GrowthCase growth)
    {
        if (growth.Function is not FunctionDef function || growth.Storing is not { } storing || function.Body is not [.., var last] || function.Body.OfType<Expr>().Where(static statement => statement.Value is Yield).ToList() is not [var yielding]
            || yielding.Start < growth.Fact.Node.End || UndoOf(context, growth, storing) is not { } undo)
        {
            yield break;
        }

        var writer = context.Write().InsertBefore(yielding, "try:").Indent(yielding, last).InsertAfter(last, "finally:", $"\t{undo}");
        foreach (var fix in writer.Done($"Take out again in a finally what was put into {context.TextOf(storing.Holder)}", Applicability.Unsafe, "it is gone after the with statement"))
        {
            yield return fix;
        }
    }

    private static string? UndoOf(FixContext context, GrowthCase growth, Storing storing)
    {
        var holder = context.TextOf(storing.Holder);
        return growth.Fact.ContainerKind switch
        {
            ObjectKind.List or ObjectKind.Deque when growth.Fact.Node is Call { Function: Attribute { Name: "append" } } => $"{holder}.pop()",
            ObjectKind.Dict when storing.Key is Name or Constant => $"{holder}.pop({context.TextOf(storing.Key)}, None)",
            ObjectKind.Set when storing.Key is Name or Constant => $"{holder}.discard({context.TextOf(storing.Key)})",
            _ => null,
        };
    }
}
