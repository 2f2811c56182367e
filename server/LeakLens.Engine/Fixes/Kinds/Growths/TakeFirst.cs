using System.Collections.Immutable;
using System.Globalization;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>Of what a generator yields only the first items are kept: <c>islice(pages(), 1000)</c>.</summary>
internal sealed class TakeFirst : GrowthFix
{
    public override string Kind => "take-first";

    public override ImmutableArray<string> Rules => ["LL203", "LL105"];

    protected override IEnumerable<Fix> Propose(FixContext context, GrowthCase growth)
    {
        if (SourceOf(context, growth) is not { } source)
        {
            yield break;
        }

        foreach (var amount in Amounts.For(growth, context.Finding))
        {
            var number = amount.ToString(CultureInfo.InvariantCulture);
            var writer = context.Write();
            var islice = writer.Import("itertools", "islice", source);
            writer.Replace(source, $"{islice}({context.TextOf(source)}, {number})", number);
            foreach (var fix in writer.Done($"Take only the first {number} items", Applicability.Unsafe, "later items are not looked at"))
            {
                yield return fix;
            }
        }
    }

    private static Call? SourceOf(FixContext context, GrowthCase growth) => growth.Fact.Node switch
    {
        Call { Function: Attribute { Name: "extend" or "update" }, Arguments: [Call source] } => source,
        AugAssign { Value: Call source } => source,
        Assign { Value: Call { Arguments: [Call source] } } => source,
        Name or Attribute when context.Code.ParentOf(growth.Fact.Node) is Assign { Value: Call { Arguments: [Call source] } } => source,
        _ => context.Code.LoopsAround(growth.Fact.Node).FirstOrDefault() is For { Iterable: Call source, IsAsync: false } ? source : null,
    };
}
