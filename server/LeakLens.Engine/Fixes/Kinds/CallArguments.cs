using LeakLens.Engine.Fixes.Writing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds;

/// <summary>Writes one more argument into a call.</summary>
internal static class CallArguments
{
    /// <summary>Behind the last one, or between empty parentheses; false where that cannot be done cleanly.</summary>
    /// <param name="placeholder">A number in it that somebody may want to choose.</param>
    public static bool Add(FixContext context, SourceWriter writer, Call call, string argument, string? placeholder = null)
    {
        var last = call.Keywords.Length > 0 ? Math.Max(call.Keywords[^1].End, call.Arguments.Length > 0 ? call.Arguments[^1].End : 0) : call.Arguments.Length > 0 ? call.Arguments[^1].End : -1;
        if (last >= 0)
        {
            writer.Insert(last, ", " + argument, placeholder);
            return true;
        }

        if (!context.TextOf(call).EndsWith("()", StringComparison.Ordinal))
        {
            return false;
        }

        writer.Insert(call.End - 1, argument, placeholder);
        return true;
    }
}
