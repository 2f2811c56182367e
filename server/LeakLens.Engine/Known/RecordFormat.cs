namespace LeakLens.Engine.Known;

/// <summary>A format of <c>struct</c>, taken apart: where each value lies.</summary>
internal sealed class RecordFormat
{
    private RecordFormat(List<(char Code, int Offset, int Width)> fields, int size, bool isBigEndian)
    {
        Fields = fields;
        Size = size;
        IsBigEndian = isBigEndian;
    }

    public IReadOnlyList<(char Code, int Offset, int Width)> Fields { get; }

    public int Size { get; }

    public bool IsBigEndian { get; }

    /// <summary>How many values there are.</summary>
    public int Items => Fields.Count(static one => one.Code != 'x');

    /// <summary>The format; null when it is not followed here.</summary>
    public static RecordFormat? Parse(string format, int mostFields)
    {
        var order = format.Length > 0 && format[0] is '<' or '>' or '=' or '!' or '@' ? format[0] : '@';
        var fields = new List<(char, int, int)>();
        var (offset, count) = (0, -1);
        foreach (var code in format.AsSpan(format.Length > 0 && format[0] == order ? 1 : 0))
        {
            if (char.IsWhiteSpace(code))
            {
                continue;
            }

            if (char.IsAsciiDigit(code))
            {
                count = Math.Min(mostFields * 16, (Math.Max(0, count) * 10) + (code - '0'));
                continue;
            }

            if (WidthOf(code, order == '@') is not { } width)
            {
                return null;
            }

            offset = order == '@' ? (offset + width - 1) / width * width : offset;
            var times = code is 's' or 'p' ? 1 : count < 0 ? 1 : count;
            width = code is 's' or 'p' && count >= 0 ? count : width;
            if (fields.Count + times > mostFields)
            {
                return null;
            }

            for (var i = 0; i < times; i++)
            {
                fields.Add((code, offset, width));
                offset += width;
            }

            count = -1;
        }

        return new RecordFormat(fields, offset, order is '>' or '!');
    }

    private static int? WidthOf(char code, bool isNative) => code switch
    {
        'x' or 'c' or 'b' or 'B' or '?' or 's' or 'p' => 1,
        'h' or 'H' or 'e' => 2,
        'i' or 'I' or 'f' => 4,
        'l' or 'L' => isNative ? 8 : 4,
        'q' or 'Q' or 'd' => 8,
        'n' or 'N' or 'P' => isNative ? 8 : null,
        _ => null,
    };
}
