namespace LeakLens.Engine.Sizes;

/// <summary>Bytes that tracemalloc counts for a number object, CPython 3.11, 64-bit.</summary>
public static class ScalarSizes
{
    public const long SmallestCachedInt = -5;
    public const long LargestCachedInt = 256;

    /// <summary>An int below 2**60 is 28 or 32 bytes by getsizeof; the allocator hands out 32.</summary>
    public const long Int = 32;

    public const long Float = 24;

    public static bool IsCachedInt(long value) => value is >= SmallestCachedInt and <= LargestCachedInt;
}
