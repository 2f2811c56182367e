using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>How long keys and values are, in bytes, as far as the text says it.</summary>
internal static class StoreLengths
{
    /// <summary>Numbers and identifiers in keys are about so long.</summary>
    private const long UsualPart = 8;

    private const int Deepest = 6;

    /// <summary>A key: parts that are not known have a usual length.</summary>
    public static long? OfKey(RuleContext context, Expression? key) => key is null ? null : Of(context, key, UsualPart, Deepest);

    /// <summary>A value: null where a part of it is not known.</summary>
    public static long? OfValue(RuleContext context, Expression? value) => value is null ? null : Of(context, value, unknown: null, Deepest);

    /// <summary>The values of a dict in braces together.</summary>
    public static long? OfAll(RuleContext context, Expression? mapping)
    {
        long? sum = mapping is Dict ? 0 : null;
        foreach (var value in (mapping as Dict)?.Values ?? [])
        {
            sum += OfValue(context, value);
        }

        return sum;
    }

    private static long? Of(RuleContext context, Expression expression, long? unknown, int depth) => depth == 0 ? unknown : expression switch
    {
        Constant { Value: string text } => text.Length,
        Constant { Value: byte[] bytes } => bytes.Length,
        Constant => unknown ?? UsualPart,
        BinOp { Operator: BinaryOperator.Mult, Left: var left, Right: Constant { Value: { } count } } when long.TryParse(count.ToString(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var times) && times is >= 0 and < int.MaxValue => Of(context, left, unknown, depth - 1) * times,
        BinOp { Operator: BinaryOperator.Add } sum => Of(context, sum.Left, unknown, depth - 1) + Of(context, sum.Right, unknown, depth - 1),
        BinOp { Operator: BinaryOperator.Mod, Left: Constant { Value: string format } } when unknown is not null => format.Split('%')[0].Length + UsualPart,
        JoinedStr text => Sum(context, text, unknown, depth),
        Name name when StoreKeys.BoundTo(context, name) is { } bound => Of(context, bound, unknown, depth - 1),
        _ => unknown,
    };

    private static long? Sum(RuleContext context, JoinedStr text, long? unknown, int depth)
    {
        long? sum = 0;
        foreach (var part in text.Values)
        {
            sum += part is FormattedValue ? unknown : Of(context, part, unknown, depth - 1);
        }

        return sum;
    }
}
