using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>What a wrapper or an inner function closes over, and nobody else uses, is made by each of its calls.</summary>
internal sealed class MoveIntoCall : GrowthFix
{
    public override string Kind => "move-into-call";

    public override ImmutableArray<string> Rules => ["LL201", "LL204"];

    protected override IEnumerable<Fix> Propose(FixContext context, GrowthCase growth)
    {
        if (!growth.IsClosedOver || growth.Function is not FunctionDef inner || Place.Of(growth) is not { Target: Name name, Binding: var binding } place
            || growth.Origin is not FunctionDef outer || !outer.Body.Contains(binding) || CodeBlocks.FirstBelowDocstring(inner.Body) is not { } first
            || !place.Uses(context.Rules).All(use => ReferenceEquals(use, place.Target) || context.Code.IsInside(use, inner)))
        {
            yield break;
        }

        var writer = context.Write();
        if (first is Nonlocal { Names: [_] } declaration)
        {
            writer.Replace(declaration, context.TextOf(binding));
        }
        else if (inner.Body.Any(static statement => statement is Nonlocal))
        {
            yield break;
        }
        else
        {
            writer.InsertBefore(first, context.TextOf(binding));
        }

        writer.Remove(binding, outer.Body);
        foreach (var fix in writer.Done($"Make {name.Id} in each call of {inner.Name}()", Applicability.Unsafe, "each call starts with an empty one"))
        {
            yield return fix;
        }
    }
}
