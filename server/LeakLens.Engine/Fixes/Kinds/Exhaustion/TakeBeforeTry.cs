using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Exhaustion;

/// <summary>What a finally gives back is taken before its try.</summary>
internal sealed class TakeBeforeTry : FixProvider
{
    public override string Kind => "take-before-try";

    public override ImmutableArray<string> Rules => ["LL514"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { Function: Attribute } giving || context.Code.Around(giving).OfType<Try>().FirstOrDefault() is not { } attempt
            || context.Finding.Related is not [var related, ..] || attempt.Body.FirstOrDefault(statement => statement.Start <= related.Span.Start && related.Span.End <= statement.End) is not Expr taking)
        {
            yield break;
        }

        var writer = context.Write().InsertBefore(attempt, context.TextOf(taking)).Remove(taking, attempt.Body);
        foreach (var fix in writer.Done("Take it before the try", Applicability.Unsafe, "what fails before is no longer handled here"))
        {
            yield return fix;
        }
    }
}
