namespace LeakLens.Engine.Library;

/// <summary>Sizes of the formats of struct and array (Python library reference, "struct": format characters).</summary>
internal static class StructFormat
{
    private const long LargestCount = 1L << 40;

    /// <summary>Bytes of a packed struct; null when the format is not known.</summary>
    public static long? SizeOf(string? format)
    {
        if (format is null)
        {
            return null;
        }

        var native = format.Length == 0 || format[0] is not ('<' or '>' or '=' or '!');
        var size = 0L;
        var count = -1L;
        foreach (var c in format)
        {
            if (char.IsAsciiDigit(c))
            {
                count = Math.Min(LargestCount, (Math.Max(0, count) * 10) + (c - '0'));
                continue;
            }

            if (c is not ('<' or '>' or '=' or '!' or '@' or ' '))
            {
                var width = c is 'l' or 'L' && !native ? 4 : SizeOfCode(c);
                size = native && c is not ('s' or 'p' or 'x') ? (size + width - 1) / width * width : size;
                size += width * (count < 0 ? 1 : count);
            }

            count = -1;
        }

        return size;
    }

    /// <summary>How many values unpacking gives; null when the format is not known.</summary>
    public static long? ItemsOf(string? format)
    {
        if (format is null)
        {
            return null;
        }

        var items = 0L;
        var count = -1L;
        foreach (var c in format)
        {
            if (char.IsAsciiDigit(c))
            {
                count = Math.Min(LargestCount, (Math.Max(0, count) * 10) + (c - '0'));
                continue;
            }

            if (c is not ('<' or '>' or '=' or '!' or '@' or ' ' or 'x'))
            {
                items += c is 's' or 'p' || count < 0 ? 1 : count;
            }

            count = -1;
        }

        return items;
    }

    public static long SizeOfCode(char code) => code switch
    {
        'x' or 'c' or 'b' or 'B' or '?' or 's' or 'p' => 1,
        'h' or 'H' or 'e' => 2,
        'i' or 'I' or 'f' or 'u' => 4,
        _ => 8,
    };
}
