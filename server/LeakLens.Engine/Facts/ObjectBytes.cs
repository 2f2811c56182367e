using System.Numerics;
using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Facts;

/// <summary>Bytes of one abstract object without what it refers to: of all the objects that it stands for when it is a summary.</summary>
internal static class ObjectBytes
{
    private const int MostSharedKeys = 30;

    // Measured on CPython 3.11 (memory model): a generator that was not started.
    private const long Generator = 208;
    private const long SmallObject = 48;

    /// <summary>The payload of an int that was made of one digit of thirty bits, without room for another.</summary>
    public static readonly object OneDigit = new();

    public const long LeastOfTwoDigits = 1L << 30;

    /// <summary>No machine holds longer tables; above this the formulas would overflow.</summary>
    private const long LongestTable = 1L << 50;

    /// <summary>A table of so many items takes as much for each as tables do on average.</summary>
    private const long LengthOfAverage = 1000;

    public static Quantity Own(HeapObject target) => target.IsSummary ? OfSummary(target) : OfOne(target);

    public static Quantity OfOne(HeapObject target) => target.Payload is TypeModel type ? OfKind(target) + OfLibrary(type, target, 1) : OfKind(target);

    /// <summary>What instances of a library's type take besides the container that stores what they hold.</summary>
    private static Quantity OfLibrary(TypeModel type, HeapObject target, Quantity count)
    {
        var items = target.GetMeta(Meta.Length);
        if (type.Growth is "odict")
        {
            return OfOrderedNodes(TableLength(target), count);
        }

        return (count * type.Bytes) + (items.HasFiniteHigh ? new Quantity((long)(items.Low * type.BytesPerItem), (long)(items.High * type.BytesPerItem)) : Quantity.Zero);
    }

    /// <summary>The nodes of ordered dicts; where their length has no end that is known, neither have these.</summary>
    private static Quantity OfOrderedNodes(Quantity length, Quantity count)
    {
        var least = count.Low * ContainerSizes.OrderedDictNodes(Within(length.Low / Math.Max(1, count.Low)));
        if (!length.HasFiniteHigh || !count.HasFiniteHigh)
        {
            return new Quantity(least, Math.Max(length.High, count.High));
        }

        var most = count * ContainerSizes.OrderedDictNodes(count.High <= 0 ? 0 : Within(length.High / count.High));
        return new Quantity(Math.Min(least, most.High), most.High);
    }

    private static Quantity OfKind(HeapObject target) => target.Kind switch
    {
        ObjectKind.Opaque => target.GetMeta(Meta.Bytes),
        ObjectKind.Str => Map(target.LeafLength, length => StringSizes.Str(length, target.StringKind)),
        ObjectKind.Bytes => Map(target.LeafLength, StringSizes.Bytes),
        ObjectKind.Int => target.Payload is BigInteger large ? ScalarSizes.IntOfBits(WholeNumber.Bits(large)) : ReferenceEquals(target.Payload, OneDigit) ? ScalarSizes.IntOfBits(1) : ScalarSizes.Int,
        ObjectKind.Float => ScalarSizes.Float,
        ObjectKind.Instance => InstanceBytes.Of(target, TargetVersion.Python311),
        ObjectKind.Native => (target.Payload as NativeType)?.Bytes ?? SmallObject,
        ObjectKind.Function => FunctionBytes.Of(target),
        ObjectKind.Generator => (target.Payload as GeneratorValue)?.Bytes(TargetVersion.Python311) ?? Generator,
        ObjectKind.BoundMethod => ObjectSizes.Method,
        ObjectKind.Range => IteratorBytes.OfRange(target),
        ObjectKind.Iterator => IteratorBytes.Of(target),
        ObjectKind.Class => ClassBytes.Of(target),
        ObjectKind.Frame or ObjectKind.Growth => 0,
        ObjectKind.List when target.Payload is DictView => ObjectSizes.View,

        // The dict that shows the attributes of an instance is counted with the instance, as long as they share their keys (Objects/dictobject.c, SHARED_KEYS_MAX_SIZE).
        ObjectKind.Dict when target.GetMeta(Meta.Namespace).High > 0 && target.GetMeta(Meta.Length).High <= MostSharedKeys => Quantity.Zero,
        _ => Map(TableLength(target), length => Table(target, length)),
    };

    /// <summary>
    /// The most bytes that a container and its contents took while it grew to what it is now: when a dict or set moves to a
    /// larger table it holds both for a moment.
    /// </summary>
    public static long WhileGrowing(HeapObject container, long retained)
    {
        var length = TableLength(container);
        if (container.IsSummary || !length.HasFiniteHigh || length.High == 0)
        {
            return retained;
        }

        var (entries, oldTable) = container.Kind switch
        {
            ObjectKind.Dict => ContainerSizes.LastDictResize(Within(length.High), container.GetMeta(Meta.MixedKeys).High == 0),
            ObjectKind.Set => ContainerSizes.LastSetResize(Within(length.High)),
            _ => (0, 0),
        };
        var table = OfOne(container).High;
        var contents = (double)(retained - table) * entries / length.High;
        return Math.Max(retained, table + oldTable + (long)contents);
    }

    /// <summary>
    /// Bytes of a container and its contents as if its table grew a little with every item, not in steps: what one more item
    /// costs is then the same whether or not it happens to be the one for which the table is moved.
    /// </summary>
    /// <param name="bytes">What container and contents take.</param>
    public static long Settled(HeapObject container, long bytes)
    {
        var length = TableLength(container);
        var own = container.IsSummary ? OfSummaryKind(container) : OfKind(container);
        if (!IsTable(container) || !length.HasFiniteHigh || !own.HasFiniteHigh)
        {
            return bytes;
        }

        var average = Math.Max(LengthOfAverage, Within(length.High));
        var count = container.IsSummary ? container.GetMeta(Meta.Count).High : 1;
        return Quantity.Clamp((Int128)bytes - own.High + ((Int128)Table(container, 0) * count) + ((Int128)Table(container, average) * length.High / average));
    }

    /// <summary>Bytes that one more item takes in the table of a container that has some already.</summary>
    public static long PerItem(HeapObject container) => IsTable(container)
        ? (Table(container, LengthOfAverage) / LengthOfAverage) + (container.Payload is TypeModel type ? (long)type.BytesPerItem : 0)
        : 0;

    private static bool IsTable(HeapObject container) => container.Kind is ObjectKind.List or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque;

    private static Quantity OfSummary(HeapObject summary) => summary.Payload is TypeModel type && summary.Kind != ObjectKind.Opaque
        ? OfSummaryKind(summary) + OfLibrary(type, summary, summary.GetMeta(Meta.Count))
        : OfSummaryKind(summary);

    private static Quantity OfSummaryKind(HeapObject summary)
    {
        var count = summary.GetMeta(Meta.Count);
        switch (summary.Kind)
        {
            case ObjectKind.Opaque or ObjectKind.Str or ObjectKind.Bytes or ObjectKind.Int or ObjectKind.Float:
                return summary.GetMeta(Meta.Bytes);
            case ObjectKind.List or ObjectKind.Tuple or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque or ObjectKind.ByteArray:
                return new(
                    Spread(summary, count.Low, TableLength(summary).Low),
                    count.HasFiniteHigh && TableLength(summary).HasFiniteHigh
                        ? Spread(summary, count.High, TableLength(summary).High)
                        : Math.Max(count.High, TableLength(summary).High));
            default:
                return OfOne(summary) * count;
        }
    }

    /// <summary>Bytes of <paramref name="count"/> tables that share <paramref name="length"/> items as evenly as can be.</summary>
    private static long Spread(HeapObject summary, long count, long length)
    {
        if (count == 0)
        {
            return 0;
        }

        var larger = length % count;
        return Quantity.Clamp(
            ((Int128)(count - larger) * Table(summary, length / count)) + ((Int128)larger * Table(summary, (length / count) + (larger == 0 ? 0 : 1))));
    }

    private static Quantity TableLength(HeapObject target) =>
        Quantity.Max(target.GetMeta(Meta.Length), target.GetMeta(Meta.HighWater));

    /// <summary>Entries that there is room for, where every one that came and went is known.</summary>
    private static long RoomOf(HeapObject target) => target.Contents is EntryContents { Count: > 0 } entries ? entries.TableRoom : 0;

    private static long Table(HeapObject target, long length) => TableOf(target, Within(length)) + InstanceBytes.AddedToContainer(target);

    private static long TableOf(HeapObject target, long length) => target.Kind switch
    {
        ObjectKind.List when target.Payload is TeeQueue queue => queue.Bytes(length),
        ObjectKind.List => ContainerSizes.List(
            length,
            Within(target.GetMeta(Meta.StartLength).High),
            Within(target.GetMeta(Meta.StartCapacity).High),
            Within(target.GetMeta(Meta.Step).Low)),
        ObjectKind.Tuple => ContainerSizes.Tuple(length),
        ObjectKind.Dict => ContainerSizes.Dict(Math.Max(length, RoomOf(target)), target.GetMeta(Meta.MixedKeys).High == 0),
        ObjectKind.Set => ContainerSizes.Set(length, Within(target.GetMeta(Meta.Places).High)),
        ObjectKind.Deque => ContainerSizes.Deque(length),
        ObjectKind.ByteArray when target.Contents is { } pieces => ContainerSizes.List(pieces.Count, startLength: 0, startCapacity: 0, step: 1),
        ObjectKind.ByteArray when target.GetMeta(Meta.Room) is { High: > 0 } room => BufferSizes.TextBuffer(room.High),
        ObjectKind.ByteArray when target.Payload is TypeModel { Growth: not null } buffer => BufferSizes.Buffer(
            GrowthOf(buffer.Growth, target),
            length,
            WidthOf(target),
            Within(target.GetMeta(Meta.StartLength).High),
            Within(target.GetMeta(Meta.Step).Low)),
        ObjectKind.ByteArray => ContainerSizes.GrownByteArray(
            length,
            Within(target.GetMeta(Meta.StartLength).High),
            Within(target.GetMeta(Meta.Step).Low)),
        _ => SmallObject,
    };

    /// <summary>A StringIO keeps the texts that are written one behind the other, and is one buffer once it does anything else.</summary>
    private static string GrowthOf(string growth, HeapObject target) => target.Get(SlotKey.Attribute(Evaluator.PiecesSlot)) switch
    {
        { IsAbsent: true } => growth,
        _ => "realized",
    };

    private static Quantity Map(Quantity length, Func<long, long> bytes) =>
        new(bytes(Within(length.Low)), length.HasFiniteHigh ? bytes(Within(length.High)) : length.High);

    /// <summary>Bytes of one item of an array.</summary>
    private static long WidthOf(HeapObject target) => target.Get(SlotKey.Attribute("_width")) is { Kind: ValueKind.Int } width ? Math.Clamp(width.Number.High, 1, 64) : 1;

    private static long Within(long length) => Math.Clamp(length, 0, LongestTable);
}
