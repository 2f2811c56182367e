using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>Behind the <c>yield</c> of a collection that grows: a new one, so that the consumer owns what it got.</summary>
internal sealed class FreshAfterYield : GrowthFix
{
    public override string Kind => "fresh-after-yield";

    public override ImmutableArray<string> Rules => ["LL202"];

    protected override IEnumerable<Fix> Propose(FixContext context, GrowthCase growth)
    {
        if (growth.Storing is not { Holder: Name holder } || Place.Of(growth) is not { } place || !ReferenceEquals(growth.Origin, growth.Function))
        {
            yield break;
        }

        foreach (var statement in context.Code.Yields.OfType<Yield>().Select(context.Code.StatementAround).OfType<Expr>())
        {
            if (statement.Value is not Yield { Value: { } given } || !ReferenceEquals(context.Code.FunctionAround(statement), growth.Function) || given is not Name { Id: var yielded } || !string.Equals(yielded, holder.Id, StringComparison.Ordinal))
            {
                continue;
            }

            var writer = context.Write().InsertAfter(statement, $"{holder.Id} = {context.TextOf(place.Value)}");
            foreach (var fix in writer.Done($"Start a new {holder.Id} after each yield", Applicability.Unsafe, "each item holds only what came since the last"))
            {
                yield return fix;
            }
        }
    }
}
