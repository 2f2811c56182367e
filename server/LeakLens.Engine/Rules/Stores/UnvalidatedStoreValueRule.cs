using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Stores.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>LL703: what a request brings goes into the store as it is, however long it is.</summary>
internal sealed class UnvalidatedStoreValueRule : Rule
{
    private static readonly string[] Places = ["data", "json", "form", "args", "values", "files", "body", "POST", "GET", "content", "get_data", "get_json", "read", "text"];

    public override string Id => "LL703";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.Stores.IsUsed ? context.Stores.All : [])
        {
            if (!StoreData.Instance.Writes.TryGetValue(call.Method, out var writes) && call.Method is not ("setex" or "psetex"))
            {
                continue;
            }

            var places = call.Method is "setex" or "psetex" ? [2] : new[] { writes?.Find(write => string.Equals(write.Store, call.Store, StringComparison.Ordinal))?.Value ?? -1 };
            if (call.Argument(places[0]) is { } value && context.Code.FunctionAround(call.Call) is FunctionDef function && SourceOf(context, value, function) is { } source && !IsMeasured(context, value, source, function))
            {
                yield return StoreFinding.Of(rule, rule.DefaultLevel, call.Call, $"{context.Text.Text[source.Start..source.End]} goes into the store as long as the sender likes", "Compare its length with a limit first: if len(value) > 65536: raise")
                    with { Related = [new RelatedPlace(source.Span, "it comes from the request")] };
            }
        }
    }

    /// <summary>The part of a request that a value is, or is made of by calls that do not make it shorter.</summary>
    private static Expression? SourceOf(RuleContext context, Expression value, FunctionDef function)
    {
        for (var step = 0; step < 6; step++)
        {
            value = Origins.Of(value, function);
            if (IsOfRequest(context, value, function))
            {
                return value;
            }

            Expression? next = value switch
            {
                Await waiting => waiting.Value,
                Call { Function: Attribute { Name: "encode" or "decode" or "strip" or "get" or "getlist", Value: var inner } } => inner,
                Call { Function: Attribute { Name: "dumps" or "loads" }, Arguments: [var inner, ..] } => inner,
                Call { Function: Name { Id: "str" or "bytes" }, Arguments: [var inner, ..] } => inner,
                Call { Function: Attribute { Name: "read" or "body" or "json" or "text" or "get_data" or "get_json", Value: var inner }, Arguments.IsEmpty: true } => inner,
                Subscript { Value: var inner, Index: not Slice } => inner,
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            value = next;
        }

        return null;
    }

    /// <summary><c>flask.request.data</c>, or the same of a parameter of a view: its first, or one that is annotated as a request.</summary>
    private static bool IsOfRequest(RuleContext context, Expression value, FunctionDef function)
    {
        var attribute = value is Call call ? call.Function as Attribute : value as Attribute;
        if (attribute is null || !Places.Contains(attribute.Name, StringComparer.Ordinal))
        {
            return false;
        }

        if (context.Names.Resolve(attribute.Value)?.Text is "flask.request" or "quart.request" or "bottle.request")
        {
            return true;
        }

        return attribute.Value is Name name && Origins.ParameterOf(name.Id, function) is { Annotation: { } annotation } && context.Names.Resolve(annotation)?.Text is { } type
            && type is "fastapi.Request" or "starlette.requests.Request" or "django.http.HttpRequest" or "aiohttp.web.Request" or "fastapi.requests.Request" or "django.http.request.HttpRequest";
    }

    /// <summary>Its length, or that of what is stored, is compared with something in the function; or the framework limits bodies.</summary>
    private static bool IsMeasured(RuleContext context, Expression value, Expression source, FunctionDef function)
    {
        var measured = context.NamedCalls.Of("builtins.len").Concat(context.NamedCalls.Of("len")).Concat(context.NamedCalls.Of("min"));
        return measured.Any(call => ReferenceEquals(context.Code.FunctionAround(call), function)) || context.Uses.AttributesNamed("content_length").Count > 0
            || context.Tree.GetScopes(context.Cancellation).Module.Find("MAX_CONTENT_LENGTH") is not null || HasBodyLimit(context) || value is Subscript { Index: Slice } || source is Subscript { Index: Slice };
    }

    /// <summary><c>app.config["MAX_CONTENT_LENGTH"] = ...</c>.</summary>
    private static bool HasBodyLimit(RuleContext context) => context.Uses.AttributesNamed("config").Any(use => context.Code.ParentOf(use) is Subscript { Index: Constant { Value: "MAX_CONTENT_LENGTH" } });
}
