namespace LeakLens.Engine.Decoding.Compression;

/// <summary>A Huffman code, given by the length of each symbol's code in bits.</summary>
internal sealed class BZip2Code
{
    private const int LongestCode = 20;

    private readonly int[] _first = new int[LongestCode + 2];
    private readonly int[] _offset = new int[LongestCode + 2];
    private readonly int[] _count = new int[LongestCode + 2];
    private readonly int[] _symbols;

    private BZip2Code(int symbols) => _symbols = new int[symbols];

    public static BZip2Code Of(byte[] lengths)
    {
        var code = new BZip2Code(lengths.Length);
        var (first, at) = (0, 0);
        for (var length = 1; length <= LongestCode; length++)
        {
            code._first[length] = first;
            code._offset[length] = at;
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                {
                    code._symbols[at++] = symbol;
                    code._count[length]++;
                }
            }

            first = (first + code._count[length]) << 1;
        }

        return code;
    }

    /// <exception cref="FormatException">No symbol has this code.</exception>
    public int Read(ref BitInput input)
    {
        var bits = 0;
        for (var length = 1; length <= LongestCode; length++)
        {
            bits = (bits << 1) | (int)input.Read(1);
            if (bits - _first[length] is var index && index >= 0 && index < _count[length])
            {
                return _symbols[_offset[length] + index];
            }
        }

        throw new FormatException("This is no code of the table.");
    }
}
