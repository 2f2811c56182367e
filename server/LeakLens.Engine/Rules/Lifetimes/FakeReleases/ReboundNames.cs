using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes.FakeReleases;

/// <summary>
/// A function binds a name of its own to an empty collection, and leaves the one that grows alone: a parameter, or a name of the module
/// without <c>global</c>. Nobody reads the name afterwards, so that emptying is all it can have been for.
/// </summary>
internal static class ReboundNames
{
    public static IEnumerable<FakeRelease> Find(GrowthCase growth, Expression container)
    {
        if (container is not Name name || growth.Context.Uses.OwnerOf(name) is not { } owner)
        {
            return [];
        }

        var found = OfMissingGlobal(growth.Context, name, owner);
        return growth.Fact.Loop is { } loop ? found.Concat(OfParameters(growth.Context, container, loop)) : found;
    }

    /// <summary><c>pages = []</c> in a function, where <c>pages</c> is the module's.</summary>
    private static IEnumerable<FakeRelease> OfMissingGlobal(RuleContext context, Name name, Symbol owner)
    {
        if (!context.Uses.IsOfModule(owner))
        {
            yield break;
        }

        foreach (var (function, own) in context.Locals.Named(name.Id))
        {
            if (context.Uses.UsesOf(own) is [var only] && EmptyingOf(context, only) is { } assign)
            {
                yield return new FakeRelease(assign, $"This makes a new {name.Id} for {function.Name} alone: the module's {name.Id} keeps all it has", $"Write {name.Id}.clear(), or global {name.Id} above it");
            }
        }
    }

    /// <summary><c>def flush(rows): rows = []</c>, called with the collection.</summary>
    private static IEnumerable<FakeRelease> OfParameters(RuleContext context, Expression container, SyntaxNode loop)
    {
        foreach (var call in context.Code.CallsWithin(loop))
        {
            var position = PositionOf(container, call);
            if (position == call.Arguments.Length || !context.Code.IsInside(call, loop) || Definitions.FunctionOf(context, call.Function) is not { } function || context.Code.ClassOf(function) is not null
                || position >= function.Parameters.Positional.Length || !function.Parameters.PositionalOnly.IsEmpty)
            {
                continue;
            }

            var parameter = function.Parameters.Positional[position].Name;
            if (context.Tree.GetScopes(context.Cancellation).GetScope(function).Find(parameter) is { Use: SymbolUse.Local } own && LastEmptying(context, own) is { } assign)
            {
                yield return new FakeRelease(assign, $"This gives {parameter} another meaning inside of {function.Name}: the caller's collection keeps all it has", $"Write {parameter}.clear()");
            }
        }
    }

    private static int PositionOf(Expression container, Call call)
    {
        var position = 0;
        while (position < call.Arguments.Length && !SameExpression.Is(call.Arguments[position], container))
        {
            position++;
        }

        return position;
    }

    private static Assign? LastEmptying(RuleContext context, Symbol parameter)
    {
        var uses = context.Uses.UsesOf(parameter);
        return uses.Count > 0 && EmptyingOf(context, uses[^1]) is { } assign ? assign : null;
    }

    private static Assign? EmptyingOf(RuleContext context, Name use) =>
        use.Context is ExpressionContext.Store && context.Code.ParentOf(use) is Assign { Targets: [_], Value: var value } assign && IsEmpty(value) && !context.Code.LoopsAround(assign).Any() ? assign : null;

    private static bool IsEmpty(Expression value) => value switch
    {
        List list => list.Elements.IsEmpty,
        Dict dict => dict.Keys.IsEmpty,
        Constant { LiteralKind: ConstantKind.None } => true,
        Call { Function: Name { Id: "list" or "dict" or "set" }, Arguments.IsEmpty: true, Keywords.IsEmpty: true } => true,
        _ => false,
    };
}
