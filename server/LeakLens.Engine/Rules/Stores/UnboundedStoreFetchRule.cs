using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Stores.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>LL704: an answer of the store that has no limit, held in memory at once.</summary>
internal sealed class UnboundedStoreFetchRule : Rule
{
    public override string Id => "LL704";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.Stores.IsUsed ? context.Stores.All : [])
        {
            if (StoreData.Instance.Fetches.TryGetValue(call.Method, out var fetches) && fetches.Find(fetch => string.Equals(fetch.Store, call.Store, StringComparison.Ordinal)) is { } fetch && IsWhole(context, call, fetch))
            {
                var isOnce = Code.Definitions.RunsOnce(context, call.Call);
                yield return StoreFinding.Of(rule, isOnce ? FindingLevel.Note : fetch.Level, call.Call, fetch.Message, fetch.Advice);
            }
        }
    }

    private static bool IsWhole(RuleContext context, StoreCall call, StoreFetch fetch)
    {
        if (Code.NamedCalls.HasUnseenArguments(call.Call) || call.Call.Keywords.Any(keyword => keyword.Name is { } name && fetch.Limits.Contains(name)) || (fetch.LimitFrom >= 0 && call.Call.Arguments.Length > fetch.LimitFrom))
        {
            return false;
        }

        if (fetch.IsWrapped)
        {
            return WrapperOf(context, call.Call) && !(call.Store is "mongo" && IsNarrow(call));
        }

        return fetch.From < 0 || (Code.ConstantValues.NumberOf(context, call.Argument(fetch.From) ?? call.Keyword("start"))?.IsZero is true && Code.ConstantValues.NumberOf(context, call.Argument(fetch.To) ?? call.Keyword("end")) == -1);
    }

    /// <summary>A filter may leave a few; without one it is the whole collection.</summary>
    private static bool IsNarrow(StoreCall call) => call.Method is "aggregate" || (call.Argument(0) is { } filter && filter is not Dict { Keys.IsEmpty: true });

    private static bool WrapperOf(RuleContext context, Call call) =>
        context.Code.ParentOf(call) is Call { Arguments: [var only, ..] } wrapper && ReferenceEquals(only, call) && context.Names.Resolve(wrapper.Function)?.Text is "builtins.list" or "builtins.set" or "builtins.sorted" or "builtins.tuple" or "builtins.dict";
}
