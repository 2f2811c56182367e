using LeakLens.Engine.Fixes.Writing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Stores;

/// <summary>What fixes of calls of stores have in common.</summary>
internal static class StoreEdits
{
    /// <summary>One more argument with a name, behind the last one.</summary>
    public static bool AddArgument(FixContext context, SourceWriter writer, Call call, string argument, string? placeholder = null)
    {
        var last = call.Keywords.Length > 0 ? Math.Max(call.Keywords[^1].End, call.Arguments.Length > 0 ? call.Arguments[^1].End : 0) : call.Arguments.Length > 0 ? call.Arguments[^1].End : -1;
        if (last >= 0)
        {
            writer.Insert(last, ", " + argument, placeholder);
            return true;
        }

        // Between empty parentheses.
        var text = context.TextOf(call);
        if (!text.EndsWith("()", StringComparison.Ordinal))
        {
            return false;
        }

        writer.Insert(call.End - 1, argument, placeholder);
        return true;
    }

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
