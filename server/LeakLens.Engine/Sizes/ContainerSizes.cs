namespace LeakLens.Engine.Sizes;

/// <summary>Bytes of container objects with their tables, without what they refer to. CPython 3.11 to 3.14, 64-bit; only a tuple differs.</summary>
public static class ContainerSizes
{
    private const int ListHeader = 56;
    private const int Pointer = 8;
    private const int EmptyDict = 64;
    private const int DictHeader = 96;
    private const int SetHeader = 216;
    private const int DequeHeader = 232;
    private const int DequeBlock = 528;

    /// <summary>Above this many entries a set's table doubles instead of quadrupling (Objects/setobject.c).</summary>
    private const int SetSlowGrowth = 50_000;

    public static long Tuple(long length) => Tuple(length, TargetVersion.Python311);

    /// <summary>Since 3.14 a tuple remembers its hash. The empty one is shared and free.</summary>
    public static long Tuple(long length, TargetVersion target) =>
        length == 0 ? 0 : (target == TargetVersion.Python314 ? 48 : 40) + (Pointer * length);

    /// <summary>A deque after <paramref name="count"/> appends: blocks of 64 items, the first filled from its middle (Modules/_collectionsmodule.c).</summary>
    public static long Deque(long count) => DequeHeader + (DequeBlock * (count == 0 ? 1 : (32 + count + 63) / 64));

    /// <summary>A bytearray made with so many bytes; an empty one has no buffer.</summary>
    public static long ByteArray(long length) => length == 0 ? 56 : 57 + length;

    /// <summary>
    /// A bytearray that grew from <paramref name="start"/> to <paramref name="length"/> by <paramref name="step"/> bytes at a time:
    /// one that no longer fits gets an eighth more than it needs, unless it grew by more than that (PyByteArray_Resize,
    /// Objects/bytearrayobject.c).
    /// </summary>
    public static long GrownByteArray(long length, long start, long step)
    {
        if (length <= start || step <= 0)
        {
            return ByteArray(length);
        }

        var allocated = start + 1;
        var size = start;
        while (size < length)
        {
            // The next size that is a whole number of steps away and does not fit.
            var steps = Math.Max(1, ((allocated - size) + step - 1) / step);
            size += step * steps;
            if (size > length)
            {
                break;
            }

            allocated = size <= allocated + (allocated >> 3) ? size + (size >> 3) + (size < 9 ? 3 : 6) : size + 1;
        }

        return 56 + Math.Max(allocated, length + 1);
    }

    /// <summary>
    /// A list that was made with <paramref name="startLength"/> items in room for <paramref name="startCapacity"/>, and
    /// reached <paramref name="length"/> items, <paramref name="step"/> at a time.
    /// </summary>
    public static long List(long length, long startLength, long startCapacity, long step) =>
        ListHeader + (Pointer * ListCapacity(length, startLength, startCapacity, step));

    /// <summary>list_resize of Objects/listobject.c: over-allocation by an eighth, rounded to four items.</summary>
    public static long ListCapacity(long length, long startLength, long startCapacity, long step)
    {
        if (length < startLength)
        {
            return length;
        }

        if (startCapacity == 0 && startLength == 0 && step <= 1)
        {
            return CapacityOneByOne(length);
        }

        var capacity = startCapacity;
        var size = startLength;
        step = Math.Max(1, step);
        while (capacity < length)
        {
            var trips = ((capacity - size) / step) + 1;
            var before = size + ((trips - 1) * step);
            var next = Math.Min(before + step, length);
            var wanted = (next + (next >> 3) + 6) & ~3L;
            capacity = next - before > wanted - next ? (next + 3) & ~3L : wanted;
            size = next;
        }

        return capacity;
    }

    /// <summary>The room that an empty list has one after the other as single items come to it.</summary>
    private static readonly long[] CapacitiesOneByOne = FindCapacities();

    private static long CapacityOneByOne(long length)
    {
        var at = Array.BinarySearch(CapacitiesOneByOne, length);
        return CapacitiesOneByOne[at >= 0 ? at : ~at];
    }

    private static long[] FindCapacities()
    {
        const long Longest = 1L << 60;
        var capacities = new List<long>();
        for (var capacity = 0L; capacity < Longest;)
        {
            capacities.Add(capacity);
            var next = capacity + 1;
            capacity = (next + (next >> 3) + 6) & ~3L;
        }

        return [.. capacities, Longest << 2];
    }

    /// <summary>
    /// What an OrderedDict takes besides its dict: the larger object, a node for each entry, and a table of nodes as long as the
    /// dict's table of indices (Objects/odictobject.c).
    /// </summary>
    public static long OrderedDictNodes(long count) => OrderedDictObject + (count == 0 ? 0 : (32 * count) + (8L << LogOfTable(count)));

    private const long OrderedDictObject = 96;

    private static int LogOfTable(long count)
    {
        var log = 3;
        while (Usable(log) < count)
        {
            log = LogFor(Usable(log) * 3);
        }

        return log;
    }

    /// <summary>A dict after <paramref name="count"/> insertions one by one (Objects/dictobject.c: usable two thirds, growth to three times the used).</summary>
    public static long Dict(long count, bool stringKeys)
    {
        if (count == 0)
        {
            return EmptyDict;
        }

        var log = LogOfTable(count);
        var indexWidth = log < 8 ? 1 : log < 16 ? 2 : log < 32 ? 4 : 8;
        return DictHeader + ((1L << log) * indexWidth) + (Usable(log) * (stringKeys ? 16 : 24));
    }

    /// <summary>A set after <paramref name="count"/> additions one by one (Objects/setobject.c: resize at three fifths).</summary>
    /// <param name="places">Places of the table before the last of them came, when it got them at once; 0 otherwise.</param>
    public static long Set(long count, long places = 0)
    {
        var table = PlacesOfSet(count, places);
        return SetHeader + (table == SmallestSet ? 0 : 16 * table);
    }

    private const long SmallestSet = 8;

    /// <summary>
    /// Places in a set's table when <paramref name="added"/> items of another set are merged into it (set_merge): room for twice as
    /// many as both have, when they would not fit.
    /// </summary>
    public static long MergedPlaces(long count, long places, long added)
    {
        var table = PlacesOfSet(count, places);
        if ((count + added) * 5 < (table - 1) * 3)
        {
            return table;
        }

        var merged = SmallestSet;
        while (merged <= 2 * (count + added))
        {
            merged <<= 1;
        }

        return merged;
    }

    private static long PlacesOfSet(long count, long places)
    {
        var table = Math.Max(SmallestSet, places);
        while (true)
        {
            var fill = (((table - 1) * 3) + 4) / 5;
            if (fill > count)
            {
                return table;
            }

            var wanted = fill > SetSlowGrowth ? fill * 2 : fill * 4;
            while (table <= wanted)
            {
                table <<= 1;
            }
        }
    }

    /// <summary>
    /// The last time that a dict of <paramref name="count"/> entries moved to a larger table: how many entries it had, and
    /// the bytes of the old table, which live until the new one is filled. No entries when it never did.
    /// </summary>
    public static (long Entries, long OldTable) LastDictResize(long count, bool stringKeys)
    {
        var log = 3;
        var last = (0L, 0L);
        while (Usable(log) < count)
        {
            last = (Usable(log) + 1, Dict(Usable(log), stringKeys) - EmptyDict);
            log = LogFor(Usable(log) * 3);
        }

        return last;
    }

    /// <summary>As <see cref="LastDictResize"/>, for a set.</summary>
    public static (long Entries, long OldTable) LastSetResize(long count)
    {
        var last = (0L, 0L);
        for (var table = 8L; ;)
        {
            var fill = (((table - 1) * 3) + 4) / 5;
            if (fill > count)
            {
                return last;
            }

            last = (fill, table == 8 ? 0 : 16 * table);
            var wanted = fill > SetSlowGrowth ? fill * 2 : fill * 4;
            while (table <= wanted)
            {
                table <<= 1;
            }
        }
    }

    /// <summary>Entries that fit a dict's table of <c>2 ** log</c> indices.</summary>
    internal static long UsableOfDict(int log) => Usable(log);

    /// <summary>The logarithm of the smallest table of a dict with so many indices.</summary>
    internal static int LogOfDict(long indices) => LogFor(indices);

    private static long Usable(int log) => (2L << log) / 3;

    private static int LogFor(long entries)
    {
        var log = 3;
        while ((1L << log) < entries)
        {
            log++;
        }

        return log;
    }
}
