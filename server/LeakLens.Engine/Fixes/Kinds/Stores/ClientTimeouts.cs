using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Stores.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Stores;

/// <summary>A client gets timeouts.</summary>
internal sealed class ClientTimeouts : FixProvider
{
    public override string Kind => "store-timeouts";

    public override ImmutableArray<string> Rules => ["LL705"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        var writer = context.Write();
        if (context.Node<Call>() is not { } call || context.Rules.Names.Resolve(call.Function) is not { } name || !StoreData.Instance.Clients.TryGetValue(name.Text, out var store)
            || !StoreData.Instance.Connections.TryGetValue(store, out var connection) || !CallArguments.Add(context, writer, call, connection.Advice))
        {
            yield break;
        }

        foreach (var fix in writer.Done("Wait five seconds at most", Applicability.Unsafe, "a store that answers later raises an exception"))
        {
            yield return fix;
        }
    }
}
