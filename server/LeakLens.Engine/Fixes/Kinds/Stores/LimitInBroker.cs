using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Stores;

/// <summary>A queue of a broker gets a length, results of tasks an expiry, an array of a document a slice.</summary>
internal sealed class LimitInBroker : FixProvider
{
    public override string Kind => "limit-in-broker";

    public override ImmutableArray<string> Rules => ["LL706"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        var writer = context.Write();
        var (title, review) = ("", "");
        switch (context.Nodes.FirstOrDefault(static node => node is Call or Assign or Dict))
        {
            case Call { Function: Attribute { Name: "queue_declare" } } declaring when CallArguments.Add(context, writer, declaring, "arguments={\"x-max-length\": 100000}", "100000"):
                (title, review) = ("Let 100,000 messages wait at most (x-max-length)", "the oldest are dropped; a queue that exists has to be declared anew");
                break;
            case Call celery when NamedCalls.Argument(celery, "result_expires") is { } never:
                writer.Replace(never, "3600", "3600");
                (title, review) = ("Let results expire after an hour", "they are gone after that time");
                break;
            case Assign { Value: var kept }:
                writer.Replace(kept, "3600", "3600");
                (title, review) = ("Let results expire after an hour", "they are gone after that time");
                break;
            case Dict { Values: [not Dict and var item] }:
                writer.Replace(item, $"{{\"$each\": [{context.TextOf(item)}], \"$slice\": -1000}}", "1000");
                (title, review) = ("Keep the newest 1,000 ($slice)", "what is older is gone");
                break;
            default:
                yield break;
        }

        foreach (var fix in writer.Done(title, Applicability.Unsafe, review))
        {
            yield return fix;
        }
    }
}
