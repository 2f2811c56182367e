using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Stores.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>How often a write is done, and what else the text does with what it writes.</summary>
internal static class StoreEvidence
{
    /// <summary>It is done again and again: in a loop over what has no fixed end, by what runs often, or by what a framework calls.</summary>
    public static bool RunsOften(RuleContext context, SyntaxNode place)
    {
        var loops = context.Code.LoopsAround(place).ToArray();
        if (loops.Length > 0)
        {
            return loops.Any(static loop => !StoreKeys.IsShort(loop)) || RunsOftenAround(context, place);
        }

        return RunsOftenAround(context, place);
    }

    /// <summary>Whether the way is repeated at all; what runs once at the start of a program fills nothing.</summary>
    public static bool RunsOnce(RuleContext context, SyntaxNode place) => !context.Code.LoopsAround(place).Any(static loop => !StoreKeys.IsShort(loop)) && Definitions.RunsOnce(context, place);

    /// <summary>Some call of these methods may be about the key.</summary>
    public static bool Tends(RuleContext context, IEnumerable<string> methods, Expression? key) =>
        methods.SelectMany(method => context.Stores.Of(method)).Any(call => !context.Stores.MayAsk() || call.Method is "flushdb" or "flushall" or "clear" || KeysOf(call).Any(other => StoreKeys.MayBeSame(context, other, key)));

    /// <summary>The keys that such a call is about: those that are deleted are many, all else has the key first.</summary>
    private static IEnumerable<Expression?> KeysOf(StoreCall call)
    {
        var keys = call.Method is "delete" or "unlink" ? call.Call.Arguments : call.Call.Arguments.Take(1);
        return keys.SelectMany(static key => key switch
        {
            List list => list.Elements.AsEnumerable(),
            Starred starred => [starred.Value],
            _ => [key],
        }).DefaultIfEmpty(call.Keyword("name"));
    }

    private static bool RunsOftenAround(RuleContext context, SyntaxNode place) =>
        context.Code.FunctionAround(place) is FunctionDef function && (function.Decorators.Any(decorator => IsEntry(context, decorator)) || Frequency.RunsOften(context, place));

    /// <summary>Decorators that register a function with somebody who calls it: routes, tasks, receivers.</summary>
    private static bool IsEntry(RuleContext context, Expression decorator)
    {
        var called = decorator is Call call ? call.Function : decorator;
        return (context.Names.Resolve(called) is { } name && StoreData.Instance.EntryDecorators.Contains(name.Text)) || (called is Attribute method && StoreData.Instance.EntryMethods.Contains(method.Name));
    }
}
