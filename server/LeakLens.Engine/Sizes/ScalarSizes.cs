namespace LeakLens.Engine.Sizes;

/// <summary>Bytes that tracemalloc counts for a number object, CPython 3.11 to 3.14, 64-bit.</summary>
public static class ScalarSizes
{
    public const long SmallestCachedInt = -5;
    public const long LargestCachedInt = 256;

    /// <summary>An int below 2**60 is 28 or 32 bytes by getsizeof; the allocator hands out 32.</summary>
    public const long Int = 32;

    public const long Float = 24;

    public const long Complex = 32;

    /// <summary>An int of so many bits as <c>getsizeof</c> and the functions that build one from digits count it (Objects/longobject.c: 30 bits a digit).</summary>
    public static long IntOfBits(long bits) => 24 + (4 * Math.Max(1, (bits + 29) / 30));

    public static bool IsCachedInt(long value) => value is >= SmallestCachedInt and <= LargestCachedInt;
}
