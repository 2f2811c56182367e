using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>How a function's results are kept.</summary>
/// <param name="Decorator">The expression that says so.</param>
/// <param name="IsBounded">Older results make room for newer ones.</param>
internal sealed record Caching(FunctionDef Function, Expression Decorator, bool IsBounded)
{
    /// <summary>A decorator of the function keeps its results.</summary>
    public static bool IsCached(RuleContext context, FunctionDef function) => function.Decorators.Any(decorator => Read(context, decorator) is not null);

    /// <summary>The decorator keeps results, and drops old ones.</summary>
    public static bool IsBoundedBy(RuleContext context, Expression decorator) => Read(context, decorator) is true;

    /// <summary>Every function whose results are kept: by a decorator, or wrapped after its definition in the same body.</summary>
    public static IEnumerable<Caching> All(RuleContext context)
    {
        foreach (var function in context.Code.Functions)
        {
            foreach (var decorator in function.Decorators)
            {
                if (Read(context, decorator) is { } isBounded)
                {
                    yield return new Caching(function, decorator, isBounded);
                    break;
                }
            }
        }

        foreach (var call in context.Code.Calls)
        {
            if (Wrapped(context, call) is { } wrapped)
            {
                yield return wrapped;
            }
        }
    }

    /// <summary><c>lookup = lru_cache(maxsize=None)(lookup)</c>, in the body that defines <c>lookup</c>.</summary>
    private static Caching? Wrapped(RuleContext context, Call call)
    {
        if (call.Arguments is not [Name { Id: var name }] || context.Code.ParentOf(call) is not Assign assign || Read(context, call.Function) is not { } isBounded)
        {
            return null;
        }

        foreach (var function in context.Code.FunctionsNamed(name))
        {
            if (ReferenceEquals(context.Code.ParentOf(function), context.Code.ParentOf(assign)))
            {
                return new Caching(function, call, isBounded);
            }
        }

        return null;
    }

    /// <summary>Whether the cache that an expression makes is bounded; null when it makes none.</summary>
    private static bool? Read(RuleContext context, Expression decorator)
    {
        var data = LifetimeData.Instance;
        var call = decorator as Call;
        if (!context.Names.TryResolve(call?.Function ?? decorator, out var name))
        {
            return null;
        }

        if (data.Set("caches.unbounded").Contains(name.Text))
        {
            return false;
        }

        if (data.Set("caches.sized").Contains(name.Text))
        {
            return call is null || !IsNone(Argument(call, "maxsize"));
        }

        // cachetools: the collection that is given is the cache; a key of its own may leave self out.
        return data.Set("caches.given").Contains(name.Text) && call is not null && Argument(call, "key", position: 1) is null
            ? Argument(call, "cache") is not (Dict or Call { Function: Name { Id: "dict" } })
            : null;
    }

    private static Expression? Argument(Call call, string name, int position = 0) =>
        call.Keywords.FirstOrDefault(keyword => string.Equals(keyword.Name, name, StringComparison.Ordinal))?.Value ?? (call.Arguments.Length > position ? call.Arguments[position] : null);

    private static bool IsNone(Expression? value) => value is Constant { LiteralKind: ConstantKind.None };
}
