using System.Collections.Immutable;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Fixes.Kinds.Payloads;

/// <summary>What executes hidden code is taken out.</summary>
internal sealed class RemoveExecution : FixProvider
{
    public override string Kind => "remove-execution";

    public override ImmutableArray<string> Rules => ["LL601", "LL602", "LL605"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Finding.Level is FindingLevel.Note)
        {
            yield break;
        }

        foreach (var execution in PayloadPlaces.ExecutionsOf(context))
        {
            if (PayloadPlaces.StatementOf(context, execution) is not { } statement)
            {
                continue;
            }

            foreach (var fix in context.Write().Remove(statement, context.Code.BlockOf(statement)).Done("Remove the call", Applicability.Unsafe, "what it ran is not run any more"))
            {
                yield return fix;
            }
        }
    }
}
