namespace LeakLens.Engine.Decoding.Compression;

/// <summary>Reads bzip2 data, after the format's informal specification: Huffman codes, moves to front, the Burrows-Wheeler transform, runs.</summary>
internal sealed class BZip2
{
    private const long BlockMagic = 0x314159265359;
    private const long EndMagic = 0x177245385090;
    private const int MostTables = 6;
    private const int LongestCode = 20;
    private const int GroupLength = 50;

    private readonly int _room;
    private readonly List<byte> _result;
    private BitInput _input;
    private int _blockSize;

    private BZip2(byte[] data)
    {
        _input = new BitInput(data, 4);
        _room = DecodingLimits.RoomFor(data.Length);
        _result = new List<byte>(Math.Min(_room, data.Length * 4));
    }

    /// <summary>Null when it is no such data, or becomes too large.</summary>
    public static byte[]? Decode(byte[] data)
    {
        if (data is not [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', ..])
        {
            return null;
        }

        try
        {
            return new BZip2(data) { _blockSize = (data[3] - '0') * 100_000 }.DecodeBlocks();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private byte[]? DecodeBlocks()
    {
        while (true)
        {
            var magic = ((long)_input.Read(24) << 24) | _input.Read(24);
            _input.Read(32);
            if (magic == EndMagic)
            {
                return _result.ToArray();
            }

            Require(magic == BlockMagic);
            var isRandomised = _input.ReadBit();
            var origin = (int)_input.Read(24);
            Require(!isRandomised);
            Expand(ReadBlock(), origin);
            if (_result.Count > _room)
            {
                return null;
            }
        }
    }

    private byte[] ReadBlock()
    {
        var symbols = ReadSymbols();
        var tables = (int)_input.Read(3);
        var selectors = new byte[_input.Read(15)];
        Require(tables is >= 2 and <= MostTables && selectors.Length > 0 && symbols.Count > 0);
        ReadSelectors(selectors, tables);
        var codes = new BZip2Code[tables];
        for (var i = 0; i < tables; i++)
        {
            codes[i] = BZip2Code.Of(ReadLengths(symbols.Count + 2));
        }

        return ReadContents(symbols, selectors, codes);
    }

    private List<byte> ReadSymbols()
    {
        var used = _input.Read(16);
        var symbols = new List<byte>();
        for (var high = 0; high < 16; high++)
        {
            if ((used & (0x8000u >> high)) == 0)
            {
                continue;
            }

            var row = _input.Read(16);
            for (var low = 0; low < 16; low++)
            {
                if ((row & (0x8000u >> low)) != 0)
                {
                    symbols.Add((byte)((high << 4) | low));
                }
            }
        }

        return symbols;
    }

    private void ReadSelectors(byte[] selectors, int tables)
    {
        var order = new List<byte> { 0, 1, 2, 3, 4, 5 };
        for (var i = 0; i < selectors.Length; i++)
        {
            var at = 0;
            while (_input.ReadBit())
            {
                Require(++at < tables);
            }

            var chosen = order[at];
            order.RemoveAt(at);
            order.Insert(0, chosen);
            selectors[i] = chosen;
        }
    }

    private byte[] ReadLengths(int count)
    {
        var lengths = new byte[count];
        var length = (int)_input.Read(5);
        for (var i = 0; i < count; i++)
        {
            while (_input.ReadBit())
            {
                length += _input.ReadBit() ? -1 : 1;
                Require(length is >= 1 and <= LongestCode);
            }

            Require(length is >= 1 and <= LongestCode);
            lengths[i] = (byte)length;
        }

        return lengths;
    }

    private byte[] ReadContents(List<byte> order, byte[] selectors, BZip2Code[] codes)
    {
        var block = new List<byte>(Math.Min(_blockSize, 1 << 16));
        var (end, run, weight) = (order.Count + 1, 0, 1);
        for (var read = 0; ; read++)
        {
            Require(read / GroupLength < selectors.Length);
            var symbol = codes[selectors[read / GroupLength]].Read(ref _input);
            if (symbol <= 1)
            {
                run += weight << symbol;
                weight <<= 1;
                Require(run <= _blockSize && weight <= 1 << 21);
                continue;
            }

            if (run > 0)
            {
                Require(block.Count + run <= _blockSize);
                block.AddRange(Enumerable.Repeat(order[0], run));
                (run, weight) = (0, 1);
            }

            if (symbol == end)
            {
                return block.ToArray();
            }

            var chosen = order[symbol - 1];
            order.RemoveAt(symbol - 1);
            order.Insert(0, chosen);
            Require(block.Count < _blockSize);
            block.Add(chosen);
        }
    }

    /// <summary>Undoes the transform, and then the first run lengths: after four equal bytes the next says how many more there are.</summary>
    private void Expand(byte[] block, int origin)
    {
        Require(origin < block.Length);
        var starts = new int[257];
        foreach (var one in block)
        {
            starts[one + 1]++;
        }

        for (var i = 0; i < 256; i++)
        {
            starts[i + 1] += starts[i];
        }

        var next = new int[block.Length];
        for (var i = 0; i < block.Length; i++)
        {
            next[starts[block[i]]++] = i;
        }

        var (at, equal, last) = (next[origin], 0, -1);
        for (var i = 0; i < block.Length && _result.Count <= _room; i++, at = next[at])
        {
            var one = block[at];
            if (equal == 4)
            {
                _result.AddRange(Enumerable.Repeat((byte)last, one));
                (equal, last) = (0, -1);
                continue;
            }

            equal = one == last ? equal + 1 : 1;
            last = one;
            _result.Add(one);
        }
    }

    private static void Require(bool isRight)
    {
        if (!isRight)
        {
            throw new FormatException("This is no bzip2 data.");
        }
    }
}
