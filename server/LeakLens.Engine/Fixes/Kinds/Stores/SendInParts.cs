using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Stores;

/// <summary>A pipeline is sent every thousand commands.</summary>
internal sealed class SendInParts : FixProvider
{
    public override string Kind => "send-in-parts";

    public override ImmutableArray<string> Rules => ["LL705"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { Function: Attribute { Value: Name pipe } } call || context.Rules.Stores.StoreOf(pipe) is not "redis" || context.Code.StatementAround(call) is not Expr { Value: var value } statement || !ReferenceEquals(value, call))
        {
            yield break;
        }

        var writer = context.Write().InsertAfter(statement, $"if len({pipe.Id}) >= 1000:", $"\t{pipe.Id}.execute()");
        foreach (var fix in writer.Done("Send every 1,000 commands", Applicability.Unsafe, "the answers come in parts, and so do the commands of a transaction"))
        {
            yield return fix;
        }
    }
}
