using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Stores.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>
/// What a write takes of the store's memory, in bytes: the structures of Redis 7 (<c>dict.c</c>, <c>sds.c</c>, <c>listpack.c</c>) with jemalloc's classes of sizes; a test
/// measures them with <c>used_memory</c>. Only where the length of the value is known from the text.
/// </summary>
internal static class StoreBytes
{
    /// <summary>An entry of a dictionary is three pointers; a bucket is one, in a table that is between half full and full.</summary>
    private const long EntryAndBucket = 32 + 12;

    private const long ObjectHeader = 16;

    /// <summary>Up to this length an object and its text are one allocation.</summary>
    private const long LongestEmbedded = 44;

    /// <summary>Level and pointers of an element of a skip list, on average.</summary>
    private const long SkipListNode = 50;

    /// <summary>Id and counts of an entry of a stream, whose fields have the names of the one before.</summary>
    private const long StreamEntry = 16;

    public static long? OfWrite(RuleContext context, StoreCall call, StoreWrite write)
    {
        if (write.Store is not "redis")
        {
            return null;
        }

        if (!write.Grows)
        {
            return StoreLengths.OfKey(context, call.Key(write.Key)) is { } key && StoreLengths.OfValue(context, call.Argument(write.Value) ?? call.Keyword("value")) is { } length ? EntryAndBucket + OfName(key) + OfObject(length) : null;
        }

        var member = StoreLengths.OfKey(context, call.Argument(write.Member));
        var value = StoreLengths.OfValue(context, call.Argument(write.Value));
        return call.Method switch
        {
            "lpush" or "rpush" => value is { } item ? item + (item < 64 ? 3 : 6) : null,
            "append" => value * 4 / 3,
            "sadd" => member is { } one ? EntryAndBucket + OfName(one) : null,
            "hset" or "hsetnx" => member is { } field && value is { } text ? EntryAndBucket + OfName(field) + Class(text + 4) : null,
            "zadd" => OnlyKey(call.Argument(write.Value)) is { } name && StoreLengths.OfKey(context, name) is { } element ? EntryAndBucket + OfName(element) + SkipListNode : null,
            "xadd" => StoreLengths.OfAll(context, call.Argument(write.Value)) is { } all ? all + StreamEntry : null,
            _ => null,
        };
    }

    private static Expression? OnlyKey(Expression? mapping) => mapping is Dict { Keys: [var key] } ? key : null;

    /// <summary>A short text has one byte in front and one behind.</summary>
    private static long OfName(long length) => Class(length + (length < 32 ? 2 : 4));

    private static long OfObject(long length) => length <= LongestEmbedded ? Class(ObjectHeader + 4 + length) : ObjectHeader + Class(length + (length < 256 ? 4 : length < 65536 ? 6 : 10));

    /// <summary>jemalloc's class of a size: multiples of 16 up to 128, then four classes for each doubling.</summary>
    private static long Class(long bytes)
    {
        var step = 16L;
        while (step * 8 < bytes)
        {
            step *= 2;
        }

        return Math.Max(16, (bytes + step - 1) / step * step);
    }
}
