using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Stores.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>
/// What a write takes of the store's memory, in bytes: Redis 7's structures with jemalloc's classes of sizes, measured with used_memory. Only where the
/// length of the value is known from the text.
/// </summary>
internal static class StoreBytes
{
    /// <summary>An embedded text object of a key or value that is no longer than this is one allocation.</summary>
    private const long LongestEmbedded = 44;

    private const long DictEntry = 24;
    private const long ObjectHeader = 16;

    /// <summary>Of a table that grows: 8 bytes a bucket, between half full and full.</summary>
    private const long Bucket = 12;

    private const long KeyLength = 24;

    public static long? OfWrite(RuleContext context, StoreCall call, StoreWrite write)
    {
        if (write.Store is not "redis" || LengthOf(context, call.Argument(write.Value) ?? call.Keyword("value")) is not { } length)
        {
            return null;
        }

        if (!write.Grows)
        {
            return DictEntry + Bucket + Class(KeyLength + 10) + OfText(length);
        }

        return call.Method switch
        {
            "lpush" or "rpush" => length + (length < 64 ? 2 : 5),
            "append" => length,
            _ => null,
        };
    }

    /// <summary>The length of a text or bytes value, as far as the statement says it.</summary>
    internal static long? LengthOf(RuleContext context, Expression? value) => value switch
    {
        Constant { Value: string text } => text.Length,
        Constant { Value: byte[] bytes } => bytes.Length,
        BinOp { Operator: BinaryOperator.Mult, Left: var left, Right: Constant { Value: var count } } when Whole(count) is { } times && LengthOf(context, left) is { } one => one * times,
        Name name => LengthOfName(context, name),
        _ => null,
    };

    private static long? LengthOfName(RuleContext context, Name name)
    {
        var bound = Origins.Of(name, context.Code.FunctionAround(name));
        if (bound is Name && context.Uses.OwnerOf(name) is { } owner && context.Uses.IsOfModule(owner)
            && context.Uses.UsesOf(owner).Where(static use => use.Context is ExpressionContext.Store).ToArray() is [var only] && context.Code.ParentOf(only) is Assign { Value: var value })
        {
            bound = value;
        }

        return bound is Name ? null : LengthOf(context, bound);
    }

    /// <summary>Up to 44 bytes an object and its text are one allocation.</summary>
    private static long OfText(long length) => length <= LongestEmbedded ? Class(ObjectHeader + 4 + length) : ObjectHeader + Class(length + (length < 256 ? 4 : length < 65536 ? 6 : 10));

    /// <summary>jemalloc's class of a size: 16, 32, 48, ... 128, then four classes for each doubling.</summary>
    private static long Class(long bytes)
    {
        if (bytes <= 128)
        {
            return Math.Max(16, (bytes + 15) / 16 * 16);
        }

        var step = 32L;
        while (step * 8 < bytes)
        {
            step *= 2;
        }

        return (bytes + step - 1) / step * step;
    }

    private static long? Whole(object? value) => value switch
    {
        int number => number,
        long number => number,
        System.Numerics.BigInteger number when number >= 0 && number < long.MaxValue => (long)number,
        _ => null,
    };
}
