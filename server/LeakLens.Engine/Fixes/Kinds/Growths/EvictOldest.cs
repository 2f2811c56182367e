using System.Globalization;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>Behind what adds an entry: when there are more than so many, the oldest goes.</summary>
internal sealed class EvictOldest : GrowthFix
{
    public override string Kind => "evict-oldest";

    protected override IEnumerable<Fix> Propose(FixContext context, GrowthCase growth)
    {
        if (growth.Storing is not { } storing || !IsPlain(storing.Holder) || !ContentUses.IsPlain(growth) || ContentUses.IsLengthCompared(growth) || ContentUses.IsRecursive(context.Code, growth.Function)
            || (growth.Function ?? context.Code.LoopsAround(growth.Fact.Node).LastOrDefault() ?? context.Code.StatementOf(growth.Fact.Node) ?? growth.Fact.Node) is var part && (ContentUses.AreRequiredOutside(growth, part) || ContentUses.AreRequiredInside(growth, part, storing.Key))
            || context.Code.StatementOf(growth.Fact.Node) is not (Expr or Assign or AnnAssign or AugAssign) || context.Code.StatementOf(growth.Fact.Node) is not { } statement)
        {
            yield break;
        }

        var holder = context.TextOf(storing.Holder);
        foreach (var amount in Amounts.For(growth, context.Finding))
        {
            var number = amount.ToString(CultureInfo.InvariantCulture);
            var writer = context.Write();
            if (Lines(context, growth, holder, number) is not [_, ..] lines)
            {
                yield break;
            }

            writer.InsertAfter(statement, lines);
            var what = growth.Fact.ContainerKind is ObjectKind.Str or ObjectKind.ByteArray or ObjectKind.Bytes ? "characters" : growth.Fact.ContainerKind is ObjectKind.Set ? "members" : growth.IsKeyed ? "entries" : "items";
            foreach (var fix in writer.Done($"Keep at most {number} {what} in {holder}", Applicability.Unsafe, growth.Fact.ContainerKind is ObjectKind.Set ? "others are dropped" : "older ones are dropped"))
            {
                yield return fix;
            }
        }
    }

    private static string[] Lines(FixContext context, GrowthCase growth, string holder, string number)
    {
        var addsMany = growth.Fact.Node is Call { Function: Attribute { Name: "update" or "extend" } } or AugAssign;
        var test = $"{(addsMany ? "while" : "if")} len({holder}) > {number}:";
        return growth.Fact.ContainerKind switch
        {
            ObjectKind.Dict when IsOrdered(context, growth) => [test, $"\t{holder}.popitem(last=False)"],
            ObjectKind.Dict => [test, $"\tdel {holder}[next(iter({holder}))]"],
            ObjectKind.Set => [test, $"\t{holder}.pop()"],
            ObjectKind.List or ObjectKind.ByteArray => [$"del {holder}[:-{number}]"],
            ObjectKind.Str or ObjectKind.Bytes when growth.Fact.Node is AugAssign => [$"{holder} = {holder}[-{number}:]"],
            _ => [],
        };
    }

    private static bool IsOrdered(FixContext context, GrowthCase growth) =>
        growth.Fact.Container is Call made && context.Rules.Names.TryResolve(made.Function, out var name) && name.Text is "collections.OrderedDict";

    /// <summary>Evaluating it again costs and changes nothing.</summary>
    private static bool IsPlain(Expression holder) => holder switch
    {
        Name => true,
        Attribute attribute => IsPlain(attribute.Value),
        Subscript { Index: Constant or Name } item => IsPlain(item.Value),
        _ => false,
    };
}
