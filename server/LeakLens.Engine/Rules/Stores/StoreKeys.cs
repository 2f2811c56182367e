using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>What is known of keys: whether there is one or many of them, and whether two calls speak of the same.</summary>
internal static class StoreKeys
{
    /// <summary>The key is another one from time to time. What the module sets once is one key.</summary>
    public static bool IsMany(RuleContext context, Expression? key) => key is not null && IsMany(context, key, 3);

    /// <summary>The text that a key begins with; null where it begins with something unknown.</summary>
    public static string? PrefixOf(RuleContext context, Expression? key) => PrefixOf(context, key, 3);

    /// <summary>Both may speak of one key: as written, or with the same beginning. What is not known may be the same.</summary>
    public static bool MayBeSame(RuleContext context, Expression? left, Expression? right)
    {
        if (left is null || right is null || SameExpression.Is(left, right))
        {
            return true;
        }

        return (PrefixOf(context, left), PrefixOf(context, right)) switch
        {
            ({ } one, { } other) => one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal),
            _ => true,
        };
    }

    private static bool IsMany(RuleContext context, Expression key, int depth) => key switch
    {
        Constant => false,
        _ when depth == 0 => true,
        JoinedStr text => text.Values.Any(part => part is FormattedValue { Value: var value } && IsMany(context, value, depth - 1)),
        BinOp operation => IsMany(context, operation.Left, depth - 1) || IsMany(context, operation.Right, depth - 1),
        Name name => !IsOfShortLoop(context, name) && (BoundTo(context, name) is not { } value || IsMany(context, value, depth - 1)),
        Attribute attribute => !IsFixed(context, attribute),
        Dict dict => dict.Keys.Any(one => one is null || IsMany(context, one, depth - 1)),
        Tuple tuple => tuple.Elements.Any(element => IsMany(context, element, depth - 1)),
        _ => true,
    };

    /// <summary>An attribute of a class or a module, or of an object that sets it once when it is made, from what it was given.</summary>
    private static bool IsFixed(RuleContext context, Attribute attribute)
    {
        if (context.Names.Resolve(attribute) is not null)
        {
            return true;
        }

        return context.Code.ClassOfSelf(attribute) is { } type && context.Uses.AttributesNamed(attribute.Name)
            .Where(use => use.Context is ExpressionContext.Store && ReferenceEquals(context.Code.ClassOfSelf(use), type)).All(use => context.Code.FunctionAround(use) is FunctionDef { Name: "__init__" });
    }

    /// <summary>None, or zero: for most clients both mean that nothing ends.</summary>
    public static bool IsNothing(RuleContext context, Expression? value) => ConstantValues.IsNone(context, value) || ConstantValues.NumberOf(context, value)?.IsZero is true;

    /// <summary>A loop over what stands there, piece by piece.</summary>
    internal static bool IsShort(Statement loop) => loop is For { Iterable: List or Tuple or Set or Dict or Constant };

    /// <summary>It goes through what stands there: few values.</summary>
    private static bool IsOfShortLoop(RuleContext context, Name name)
    {
        if (context.Uses.OwnerOf(name) is not { } owner)
        {
            return false;
        }

        var bindings = context.Uses.UsesOf(owner).Where(static use => use.Context is ExpressionContext.Store).ToArray();
        return bindings.Length > 0 && bindings.All(use => context.Code.ParentOf(use) is For loop && ReferenceEquals(loop.Target, use) && IsShort(loop));
    }

    /// <summary>What a name of the module, or of the function, is bound to by the only statement that binds it.</summary>
    internal static Expression? BoundTo(RuleContext context, Name name) => Definitions.OnlyValue(context, name);

    private static string? PrefixOf(RuleContext context, Expression? key, int depth) => key switch
    {
        Constant { Value: string text } => text,
        JoinedStr { Values: [Constant { Value: string text }, ..] } => text,
        BinOp operation => PrefixOf(context, operation.Left, depth) is { } prefix ? prefix.Split('%', '{')[0] : null,
        Call { Function: Attribute { Name: "format", Value: var format } } => PrefixOf(context, format, depth)?.Split('{')[0],
        Dict { Keys: [{ } only] } => PrefixOf(context, only, depth),
        DictComp mapping => PrefixOf(context, mapping.Key, depth),
        Name name when depth > 0 && BoundTo(context, name) is { } bound => PrefixOf(context, bound, depth - 1),
        _ => null,
    };
}
