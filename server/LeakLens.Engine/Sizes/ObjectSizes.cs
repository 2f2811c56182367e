namespace LeakLens.Engine.Sizes;

/// <summary>
/// Bytes that tracemalloc counts for objects of programs, 64-bit. The garbage collector's header is part of each.
/// Measured with tests/LeakLens.Engine.Tests/Sizes/sizes.py; sources: Objects/dictobject.c (inline values), Include/cpython/funcobject.h.
/// </summary>
public static class ObjectSizes
{
    /// <summary>Attributes that fit behind an instance; one more moves all of them to a dict (SHARED_KEYS_MAX_SIZE).</summary>
    private const int MostInline311 = 29;
    private const int MostInline314 = 30;

    /// <summary>Names that the keys of a new class have room for: each instance that is made leaves room for one less to those that follow.</summary>
    private const int RoomOfClass = 30;

    /// <summary>The dict of an instance comes with room for more: before 3.14 for 85 names.</summary>
    private const int LeastEntriesOfNamespace311 = 43;

    public static long Function(TargetVersion target) => target switch
    {
        TargetVersion.Python311 => 152,
        < TargetVersion.Python314 => 160,
        _ => 168, // has room for __annotate__
    };

    /// <summary>A generator that was not started, with <paramref name="slots"/> locals, cells and places on its stack.</summary>
    public static long Generator(long slots, TargetVersion target) => (target == TargetVersion.Python311 ? 168 : 160) + (8 * slots);

    /// <summary>Attributes for which the instance that a class makes after so many others has room (init_inline_values); more than there are only in the first.</summary>
    public static int RoomOfInstance(int made) => Math.Max(0, RoomOfClass - 1 - made);

    /// <summary>An instance of a plain class with so many attributes, without what they refer to, when its class has made some before.</summary>
    /// <param name="room">What <see cref="RoomOfInstance"/> says of one of the first instances.</param>
    public static long Instance(long attributes, TargetVersion target, long room = 0)
    {
        var mostInline = target == TargetVersion.Python314 ? MostInline314 : MostInline311;
        if (attributes <= mostInline)
        {
            return InlineInstance(Math.Max(Math.Min(attributes + 1, mostInline), room), target);
        }

        // 3.13 and later keep the place behind the instance when the attributes have left it.
        var entries = target == TargetVersion.Python314 ? attributes : Math.Max(attributes, LeastEntriesOfNamespace311);
        var rest = target >= TargetVersion.Python313 ? InlineInstance(mostInline, target) : BareInstance(target);
        return rest + ContainerSizes.Dict(entries, stringKeys: true);
    }

    /// <summary>An instance whose attributes all came at once, in a dict, as <c>copy.deepcopy</c> and <c>pickle.loads</c> make it.</summary>
    public static long InstanceWithDict(long attributes, TargetVersion target) =>
        attributes == 0 ? Instance(0, target) : BareInstance(target) + ContainerSizes.Dict(attributes, stringKeys: true);

    /// <summary>An instance whose class has <c>__slots__</c> and no dict.</summary>
    public static long SlottedInstance(long slots) => 32 + (8 * slots);

    /// <summary>Objects of one size, in every version: what is bound to an object, an iterator over a list, a view of a dict.</summary>
    public const long Method = 64;
    public const long BuiltinMethod = 72;
    public const long ListIterator = 48;
    public const long Range = 48;
    public const long View = 40;
    public const long Cell = 40;

    private static long InlineInstance(long room, TargetVersion target)
    {
        var order = target < TargetVersion.Python313 ? RoundUp(room + 2) : 8 + RoundUp(room);
        return BareInstance(target) + order + (8 * room);
    }

    /// <summary>3.11 keeps the list of weak references behind the object, later versions in front of it, where 3.11 keeps the values.</summary>
    private static long BareInstance(TargetVersion target) => target == TargetVersion.Python311 ? 56 : 48;

    private static long RoundUp(long bytes) => (bytes + 7) & ~7L;
}
