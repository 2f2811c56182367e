using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Stores;

/// <summary>A consumer takes ten messages at a time.</summary>
internal sealed class PrefetchCount : FixProvider
{
    public override string Kind => "prefetch-count";

    public override ImmutableArray<string> Rules => ["LL706"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { Function: Attribute { Name: "basic_consume", Value: var channel } } call || context.Code.StatementAround(call) is not { } statement)
        {
            yield break;
        }

        var writer = context.Write().InsertBefore(statement, $"{context.TextOf(channel)}.basic_qos(prefetch_count=10)");
        foreach (var fix in writer.Done("Take ten messages at a time (basic_qos)", Applicability.Unsafe, "the broker keeps the others back until these are acknowledged"))
        {
            yield return fix;
        }
    }
}
