using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths.Tables;

/// <summary>Whether two entries of tables have one key.</summary>
internal static class TableKeys
{
    /// <summary>One function puts both in, and what it writes as their key has the same value in both places.</summary>
    public static bool AreOne(RuleContext context, TableEntry one, TableEntry other) =>
        ReferenceEquals(one.Function, other.Function) && SameExpression.Is(one.Key, other.Key) && IsSteady(context, one.Key, Math.Min(one.Node.Start, other.Node.Start), Math.Max(one.Node.Start, other.Node.Start));

    /// <summary>Nothing is called for the value, and none of its names is bound again between two places.</summary>
    private static bool IsSteady(RuleContext context, Expression key, int from, int to) => key switch
    {
        Name name => context.Uses.OwnerOf(name) is { } owner && !context.Uses.UsesOf(owner).Any(use => use.Context is not ExpressionContext.Load && use.Start > from && use.Start < to),
        Python.Syntax.Attribute attribute => IsSteady(context, attribute.Value, from, to),
        Subscript item => IsSteady(context, item.Value, from, to) && IsSteady(context, item.Index, from, to),
        Python.Syntax.Tuple tuple => tuple.Elements.All(element => IsSteady(context, element, from, to)),
        Constant => true,
        _ => false,
    };
}
