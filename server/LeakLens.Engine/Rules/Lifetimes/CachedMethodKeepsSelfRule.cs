using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>LL402: the results of a method are kept by a cache of its class, and with them every <c>self</c>.</summary>
internal sealed class CachedMethodKeepsSelfRule : Rule
{
    public override string Id => "LL402";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var caching in Caching.All(context))
        {
            if (TypeOfSelf(context, caching.Function) is { } type && !IsHarmless(context, type))
            {
                yield return Report(context, rule, caching, type);
            }
        }
    }

    /// <summary>The class whose instances the function takes as its first argument.</summary>
    public static ClassDef? TypeOfSelf(RuleContext context, FunctionDef function) =>
        context.Code.ClassOf(function) is { } type && function.Name is not ("__new__" or "__init_subclass__" or "__class_getitem__") && !function.Decorators.Any(decorator => IsOfType(context, decorator)) && Parameters(function) > 0 ? type : null;

    private static int Parameters(FunctionDef function) => function.Parameters.PositionalOnly.Length + function.Parameters.Positional.Length + (function.Parameters.VarArgs is null ? 0 : 1);

    private static Finding Report(RuleContext context, RuleDescriptor rule, Caching caching, ClassDef type)
    {
        var method = $"{type.Name}.{caching.Function.Name}";
        var takesMore = Parameters(caching.Function) > 1 || caching.Function.Parameters.KeywordOnly.Length > 0;
        var advice = takesMore
            ? "Make it a function of the values it needs, or give each instance a cache of its own in __init__"
            : "Use functools.cached_property: the result then lives and dies with its instance";
        if (caching.IsBounded)
        {
            return UncountedFinding.Of(rule, FindingLevel.Note, caching.Decorator, $"The cache of {method} keeps the instances it was called on until other calls push them out", advice)
                .With(caching.Function, "self is a part of every key");
        }

        if (IsCleared(context, caching.Function))
        {
            return UncountedFinding.Of(rule, FindingLevel.Note, caching.Decorator, $"The cache of {method} keeps every instance it was called on until cache_clear() is called", advice)
                .With(caching.Function, "self is a part of every key");
        }

        return UncountedFinding.Of(rule, CountOfObjects.IsSmall(context, type) ? FindingLevel.Note : FindingLevel.Warning, caching.Decorator, $"The cache of {method} keeps every instance it was ever called on, until the process ends", advice, "The cache belongs to the class, has no limit, and self is a part of every key")
            .With(caching.Function, "self is a part of every key");
    }

    private static bool IsCleared(RuleContext context, FunctionDef function) =>
        context.Uses.AttributesNamed("cache_clear").Any(use => use.Value is Python.Syntax.Attribute { Name: var name } && string.Equals(name, function.Name, StringComparison.Ordinal));

    /// <summary>Instances that live as long as the process anyway: members of an Enum, classes, the one object of the module; and small plain values.</summary>
    private static bool IsHarmless(RuleContext context, ClassDef type) =>
        type.Bases.Any(parent => IsLasting(context, parent)) || IsPlainValue(context, type) || IsSingle(context, type);

    private static bool IsLasting(RuleContext context, Expression parent) =>
        context.Names.TryResolve(parent, out var name) && (name.Text is "builtins.type" or "abc.ABCMeta" or "typing.NamedTuple" || name.Text.StartsWith("enum.", StringComparison.Ordinal));

    private static bool IsPlainValue(RuleContext context, ClassDef type) =>
        type.Decorators.Any(decorator => decorator is Call call && context.Names.TryResolve(call.Function, out var name) && name.Text is "dataclasses.dataclass"
            && IsTrue(call, "frozen") && (IsTrue(call, "slots") || HasSlots(type)));

    private static bool HasSlots(ClassDef type) => type.Body.OfType<Assign>().Any(static assign => assign.Targets is [Name { Id: "__slots__" }]);

    private static bool IsTrue(Call call, string name) => call.Keywords.Any(keyword => string.Equals(keyword.Name, name, StringComparison.Ordinal) && keyword.Value is Constant { LiteralKind: ConstantKind.True });

    /// <summary>One place makes it, once: the window of a program, the one object of a module. What is derived from it, or handed out, may be more.</summary>
    private static bool IsSingle(RuleContext context, ClassDef type)
    {
        var uses = context.Code.FunctionAround(type) is null && context.Tree.GetScopes(context.Cancellation).Module.Find(type.Name) is { } symbol ? context.Uses.UsesOf(symbol) : [];
        Call? making = null;
        foreach (var use in uses)
        {
            if (context.Code.ParentOf(use) is Call { Function: var called } call && ReferenceEquals(called, use))
            {
                if (making is not null)
                {
                    return false;
                }

                making = call;
            }
            else if (context.Code.ParentOf(use) is ClassDef)
            {
                return false;
            }
        }

        return making is not null && Definitions.RunsOnce(context, making);
    }

    private static bool IsOfType(RuleContext context, Expression decorator) =>
        context.Names.TryResolve(decorator, out var name) && name.Text is ("builtins.staticmethod" or "builtins.classmethod");
}
