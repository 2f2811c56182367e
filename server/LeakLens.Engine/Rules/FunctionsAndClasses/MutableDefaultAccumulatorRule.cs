using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>LL206: a default that is made once grows with every call that uses it.</summary>
internal sealed class MutableDefaultAccumulatorRule : CarrierRule
{
    public override string Id => "LL206";

    public override bool Covers(GrowthCase growth) => growth.Fact.IsDefault || IsContextDefault(growth) || IsSharedValue(growth);

    public override string Message(GrowthCase growth) => new GrowthText(growth).Message(
        growth.Fact.Holder is FunctionDef holder && growth.Fact.IsDefault ? $"one for all calls of {holder.Name}()"
        : IsSharedValue(growth) ? "one for all keys of fromkeys()"
        : "one for all that use the default");

    public override string? Advice(GrowthCase growth) =>
        IsSharedValue(growth) ? "Make one for each key: {key: [] for key in keys}"
        : !growth.Fact.IsDefault ? "Set a new one at the start of each context instead of a default"
        : growth.Fact.ContainerKind is ObjectKind.Dict && !growth.Fact.IsNeverRead ? "If it is a cache, use functools.lru_cache(maxsize=...); otherwise default to None and create it in the body"
        : "Default to None and create the collection in the body";

    public override IEnumerable<RelatedPlace> Related(GrowthCase growth) =>
        growth.Fact is { IsDefault: true, Holder: FunctionDef holder }
            ? [new RelatedPlace(Places.Header(holder), "defaults are made once, when this line runs")]
            : [];

    /// <summary><c>ContextVar("trace", default=[])</c>.</summary>
    private static bool IsContextDefault(GrowthCase growth) =>
        growth.Context.Code.ParentOf(growth.Fact.Container) is Keyword { Name: "default" } keyword
        && growth.Context.Code.ParentOf(keyword) is Call call
        && growth.Context.Names.Resolve(call.Function)?.Text is "contextvars.ContextVar";

    /// <summary><c>dict.fromkeys(keys, [])</c>: one list for all keys.</summary>
    private static bool IsSharedValue(GrowthCase growth) =>
        growth.Context.Code.ParentOf(growth.Fact.Container) is Call { Function: Attribute { Name: "fromkeys" }, Arguments: [_, var value] }
        && ReferenceEquals(value, growth.Fact.Container);
}
