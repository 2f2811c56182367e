using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Diagnostics;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>What is put into a collection that nothing ever looks at is not put there.</summary>
internal sealed class KeepNothing : GrowthFix
{
    public override string Kind => "keep-nothing";

    protected override IEnumerable<Fix> Propose(FixContext context, GrowthCase growth)
    {
        if (!growth.Fact.IsNeverRead || growth.Storing is not { Values: [var value], Holder: Name or Attribute } storing || Place.Of(growth) is not { } place
            || context.Code.StatementOf(growth.Fact.Node) is not (Expr or Assign { Targets: [Subscript] }) || context.Code.StatementOf(growth.Fact.Node) is not { } statement)
        {
            yield break;
        }

        var others = place.Uses(context.Rules).Count(use => use is Name { Context: not ExpressionContext.Store } or Attribute { Context: not ExpressionContext.Store } && !context.Code.IsInside(use, statement));
        if (others > 0 || !(storing.Key is null || IsPure(context, storing.Key)))
        {
            yield break;
        }

        var writer = context.Write();
        _ = IsPure(context, value) ? writer.Remove(statement, context.Code.BlockOf(statement)) : value is Call ? writer.Replace(statement, context.TextOf(value)) : writer.Decline();
        foreach (var fix in writer.Done($"Do not collect in {context.TextOf(storing.Holder)}: nothing in this file reads it", Applicability.Unsafe, "other files may read it"))
        {
            yield return fix;
        }
    }

    /// <summary>Nothing happens when it is evaluated, and nothing is missed when it is not.</summary>
    private static bool IsPure(FixContext context, Expression expression) => expression switch
    {
        Name or Constant => true,
        Attribute attribute => IsPure(context, attribute.Value),
        BinOp operation => IsPure(context, operation.Left) && IsPure(context, operation.Right),
        Tuple tuple => tuple.Elements.All(element => IsPure(context, element)),
        List list => list.Elements.All(element => IsPure(context, element)),
        Dict dict => dict.Keys.All(key => key is not null && IsPure(context, key)) && dict.Values.All(value => IsPure(context, value)),
        Call { Keywords: [] } call => context.Rules.Names.TryResolve(call.Function, out var name) && DiagnosticData.Instance.Pure.Contains(name.Text) && call.Arguments.All(argument => IsPure(context, argument)),
        _ => false,
    };
}
