using LeakLens.Engine.Fixes.Writing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Stores;

/// <summary>What fixes of calls of stores have in common.</summary>
internal static class StoreEdits
{
    /// <summary>A statement behind the one that is the call: the same client, another method, the same key.</summary>
    public static bool AddCall(FixContext context, SourceWriter writer, Call call, string method, string arguments)
    {
        if (call is not { Function: Attribute { Value: var client }, Arguments: [Name or Constant or JoinedStr or Attribute or BinOp, ..] } || context.Code.StatementAround(call) is not Expr statement)
        {
            return false;
        }

        var isAwaited = statement.Value is Await;
        if (!isAwaited && !ReferenceEquals(statement.Value, call))
        {
            return false;
        }

        writer.InsertAfter(statement, $"{(isAwaited ? "await " : "")}{context.TextOf(client)}.{method}({context.TextOf(call.Arguments[0])}, {arguments})");
        return true;
    }
}
