using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Stores;

/// <summary>An answer of a store gets a limit: the first thousand.</summary>
internal sealed class FetchPart : FixProvider
{
    public override string Kind => "fetch-part";

    public override ImmutableArray<string> Rules => ["LL704"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { Function: Attribute method } call || context.Rules.Stores.StoreOf(method.Value) is not { } store)
        {
            yield break;
        }

        var writer = context.Write();
        var isDone = (store, method.Name) switch
        {
            ("redis", "lrange" or "zrange" or "zrevrange") when call.Arguments is [_, _, var last] => Replaced(() => writer.Replace(last, "999", "999")),
            ("redis", "xrange" or "xrevrange") => CallArguments.Add(context, writer, call, "count=1000", "1000"),
            ("redis", "sort") => CallArguments.Add(context, writer, call, "start=0, num=1000", "1000"),
            ("mongo", "find") => Replaced(() => writer.Insert(call.End, ".limit(1000)", "1000")),
            _ => false,
        };
        if (!isDone)
        {
            yield break;
        }

        foreach (var fix in writer.Done("Fetch the first 1,000", Applicability.Unsafe, "all others are left out"))
        {
            yield return fix;
        }
    }

    private static bool Replaced(Action write)
    {
        write();
        return true;
    }
}
