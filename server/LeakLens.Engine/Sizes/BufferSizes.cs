namespace LeakLens.Engine.Sizes;

/// <summary>Bytes of buffers that grow: bytearray, BytesIO, StringIO, array. CPython 3.11, 64-bit.</summary>
public static class BufferSizes
{
    private const int ByteArrayHeader = 56;
    private const int BytesHeader = 33;
    private const int ArrayHeader = 64;

    /// <summary>
    /// A buffer of <paramref name="length"/> items of <paramref name="width"/> bytes that began with <paramref name="startLength"/> and grew
    /// <paramref name="step"/> at a time. Besides the object itself for what a library's type brings.
    /// </summary>
    /// <param name="growth">Who makes the room: bytesio, stringio, array; realized, a stringio that does not keep the texts as they came; anything else is a bytearray.</param>
    public static long Buffer(string? growth, long length, long width, long startLength, long step) => growth switch
    {
        "array" => ArrayHeader + (width * Capacity(length, startLength, step, ArrayRoom, spare: 0)),
        "stringio" => Capacity(length, startLength, step, TextRoom, spare: 0),
        "realized" => 4 * Capacity(length, startLength, step, BytesRoom, spare: 1),
        "bytesio" => BytesHeader + Capacity(length, startLength, step, BytesRoom, spare: 1),
        _ => ByteArrayHeader + (length == 0 && startLength == 0 ? 0 : Capacity(length, startLength, step, BytesRoom, spare: 1)),
    };

    /// <summary>Characters that the buffer of an empty StringIO has room for.</summary>
    public const long RoomOfNewText = 2;

    /// <summary>
    /// resize_buffer of StringIO: characters that there is room for when <paramref name="length"/> are wanted and there was room for
    /// <paramref name="room"/>. Four bytes each.
    /// </summary>
    public static long RoomOfText(long length, long room)
    {
        var wanted = length + 1;
        return wanted < room / 2 ? wanted + 1
            : wanted < room ? room
            : wanted <= room * 1.125 ? wanted + (wanted >> 3) + (wanted < 9 ? 3 : 6)
            : wanted + 1;
    }

    /// <summary>Bytes of the buffer of a StringIO that does not keep the texts as they came.</summary>
    public static long TextBuffer(long room) => 4 * room;

    /// <summary>
    /// What CPython has allocated when a decompressor has given so many bytes (pycore_blocks_output_buffer.h): blocks that become larger,
    /// of which the first has 16 KiB.
    /// </summary>
    public static long Blocks(long length)
    {
        ReadOnlySpan<int> kilobytes = [16, 64, 256, 1 << 10, 4 << 10, 8 << 10, 16 << 10, 16 << 10, 32 << 10, 32 << 10, 32 << 10, 32 << 10, 64 << 10, 64 << 10, 128 << 10, 128 << 10];
        const long Largest = 256L << 20;
        var allocated = 0L;
        foreach (var size in kilobytes)
        {
            if (allocated >= length)
            {
                return allocated;
            }

            allocated += size * 1024L;
        }

        return allocated >= length ? allocated : allocated + ((length - allocated + Largest - 1) / Largest * Largest);
    }

    /// <summary>PyByteArray_Resize, and resize_buffer of BytesIO: an eighth more when little more is wanted, else just what is wanted.</summary>
    private static long BytesRoom(long wanted, long capacity) =>
        wanted <= capacity + (capacity >> 3) ? wanted + (wanted >> 3) + (wanted < 9 ? 3 : 6) : wanted + 1;

    /// <summary>array_resize: a sixteenth more.</summary>
    private static long ArrayRoom(long wanted, long capacity) => wanted + (wanted >> 4) + (wanted <= 8 ? 3 : 7);

    /// <summary>_PyUnicodeWriter: a quarter more.</summary>
    private static long TextRoom(long wanted, long capacity) => wanted + (wanted / 4);

    /// <param name="spare">Room that has to stay free behind the last item.</param>
    private static long Capacity(long length, long startLength, long step, Func<long, long, long> room, long spare)
    {
        var size = Math.Min(startLength, length);
        var capacity = size + spare;
        step = Math.Max(1, step);
        while (size < length)
        {
            var fitting = (capacity - spare - size) / step;
            if (size + (fitting * step) >= length)
            {
                break;
            }

            size = Math.Min(length, size + ((fitting + 1) * step));
            capacity = room(size, capacity);
        }

        return capacity;
    }
}
