using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Tests.Sizes;

/// <summary>
/// From the bytes of a 64-bit CPython to those of a 32-bit one: pointers, lengths and reference counts are half as wide; text, digits,
/// floating-point numbers and the index of a dict are not.
/// </summary>
internal static class NarrowSizes
{
    /// <summary>The longest instance that 3.14 keeps its attributes in.</summary>
    private const int MostInline = 30;

    /// <summary>A dict's version, and what a table of keys says of itself in bits.</summary>
    private const int FixedInDict = 16;
    private const int FixedInKeys = 8;

    /// <summary>The state of a generator and of its frame; the same in 3.13, which was asked in both widths.</summary>
    private const int FixedInGenerator = 8;

    public static long Of(string name, long[] row, long wide) => name switch
    {
        "bytes" => Halve(wide, row[0] + 1),
        "bytearray" => Halve(wide, row[0] == 0 ? 0 : row[0] + 1),
        "str" => Halve(wide, (row[0] + 1) * (row[1] < 2 ? 1 : row[1] == 2 ? 2 : 4)),
        "int" => Halve(wide, 4 * ((row[0] + 29) / 30)),
        "float" => Halve(wide, 8),
        "complex" => Halve(wide, 16),
        "dict" => Dict(row[0], stringKeys: false),
        "keys" => Dict(row[0], stringKeys: true),
        "generator" => Halve(wide, FixedInGenerator),
        "instance" => Instance(row[0]),
        _ => wide / 2,
    };

    private static long Halve(long wide, long asWide) => ((wide - asWide) / 2) + asWide;

    private static long Dict(long count, bool stringKeys)
    {
        var wide = ContainerSizes.Dict(count, stringKeys);
        return Halve(wide, count == 0 ? FixedInDict : FixedInDict + FixedInKeys + IndexBytes(wide, stringKeys));
    }

    /// <summary>The index of a dict's table has a place for each of its slots, of one, two or four bytes.</summary>
    private static long IndexBytes(long wide, bool stringKeys)
    {
        for (var log = 3; ; log++)
        {
            var index = (1L << log) * (log < 8 ? 1 : log < 16 ? 2 : 4);
            if (96 + index + ((2L << log) / 3 * (stringKeys ? 16 : 24)) == wide)
            {
                return index;
            }
        }
    }

    /// <summary>Behind the values stands the order of their names, a byte each, filled up to the width of a pointer.</summary>
    private static long Instance(long attributes)
    {
        var room = Math.Min(attributes + 1, MostInline);
        var inline = ObjectSizes.Instance(Math.Min(attributes, MostInline), TargetVersion.Python314);
        var narrow = ((inline - RoundUp(room, 8)) / 2) + RoundUp(room, 4);
        return attributes <= MostInline ? narrow : narrow + Dict(attributes, stringKeys: true);
    }

    private static long RoundUp(long bytes, long to) => (bytes + to - 1) / to * to;
}
