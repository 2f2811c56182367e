using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Exhaustion;

/// <summary>A queue gets a size: who puts in waits for who takes out.</summary>
internal sealed class QueueSize : FixProvider
{
    private const string Items = "1000";

    public override string Kind => "queue-size";

    public override ImmutableArray<string> Rules => ["LL509"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { } call || context.Rules.Names.Resolve(call.Function) is not { } name || !ExhaustionData.Instance.Set("queues").Contains(name.Text) || name.Text.EndsWith("SimpleQueue", StringComparison.Ordinal))
        {
            yield break;
        }

        var writer = context.Write();
        if (NamedCalls.Argument(call, "maxsize", 0) is { } given)
        {
            writer.Replace(given, Items, Items);
        }
        else if (!CallArguments.Add(context, writer, call, $"maxsize={Items}", Items))
        {
            yield break;
        }

        foreach (var fix in writer.Done("Let 1,000 wait at most (maxsize)", Applicability.Unsafe, "put() waits while the queue is full"))
        {
            yield return fix;
        }
    }
}
