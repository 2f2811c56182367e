using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Stores;

/// <summary>A value that grows is cut back: a stream by an argument, a list or sorted set by a call behind, all else ends.</summary>
internal sealed class TrimAfterwards : FixProvider
{
    public override string Kind => "store-trim";

    public override ImmutableArray<string> Rules => ["LL702"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { Function: Attribute method } call || context.Rules.Stores.StoreOf(method.Value) is null)
        {
            yield break;
        }

        var writer = context.Write();
        var (title, isDone) = method.Name switch
        {
            "xadd" => ("Keep about the newest 10,000 (maxlen=10000)", CallArguments.Add(context, writer, call, "maxlen=10000, approximate=True")),
            "lpush" or "lpushx" => ("Keep the newest 1,000 (ltrim)", StoreEdits.AddCall(context, writer, call, "ltrim", "0, 999")),
            "rpush" or "rpushx" => ("Keep the newest 1,000 (ltrim)", StoreEdits.AddCall(context, writer, call, "ltrim", "-1000, -1")),
            "zadd" => ("Keep the highest 1,000 (zremrangebyrank)", StoreEdits.AddCall(context, writer, call, "zremrangebyrank", "0, -1001")),
            "setrange" or "setbit" => ("", false),
            _ => ("Let the key expire after an hour", StoreEdits.AddCall(context, writer, call, "expire", "3600")),
        };
        if (!isDone)
        {
            yield break;
        }

        foreach (var fix in writer.Done(title, Applicability.Unsafe, "what is older is gone"))
        {
            yield return fix;
        }
    }
}
