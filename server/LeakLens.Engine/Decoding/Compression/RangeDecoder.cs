namespace LeakLens.Engine.Decoding.Compression;

/// <summary>The range decoder of LZMA: bits by their probability.</summary>
internal sealed class RangeDecoder
{
    private const int ProbabilityBits = 11;
    private const int MoveBits = 5;
    private const uint TopValue = 1u << 24;

    private readonly byte[] _data;
    private readonly int _end;
    private int _at;
    private uint _range = uint.MaxValue;
    private uint _code;

    /// <exception cref="FormatException">The data is too short, or does not begin as it must.</exception>
    public RangeDecoder(byte[] data, int start, int end)
    {
        _data = data;
        _at = start;
        _end = Math.Min(end, data.Length);
        if (Next() != 0)
        {
            throw new FormatException("This is no LZMA data.");
        }

        for (var i = 0; i < 4; i++)
        {
            _code = (_code << 8) | Next();
        }
    }

    public static ushort[] NewProbabilities(int count)
    {
        var probabilities = new ushort[count];
        Array.Fill(probabilities, (ushort)(1 << (ProbabilityBits - 1)));
        return probabilities;
    }

    public int Bit(ushort[] probabilities, int index)
    {
        var bound = (_range >> ProbabilityBits) * probabilities[index];
        int bit;
        if (_code < bound)
        {
            _range = bound;
            probabilities[index] += (ushort)(((1 << ProbabilityBits) - probabilities[index]) >> MoveBits);
            bit = 0;
        }
        else
        {
            _range -= bound;
            _code -= bound;
            probabilities[index] -= (ushort)(probabilities[index] >> MoveBits);
            bit = 1;
        }

        Normalise();
        return bit;
    }

    public uint Direct(int count)
    {
        var result = 0u;
        for (var i = 0; i < count; i++)
        {
            _range >>= 1;
            var isSet = _code >= _range;
            _code -= isSet ? _range : 0;
            result = (result << 1) | (isSet ? 1u : 0u);
            Normalise();
        }

        return result;
    }

    /// <summary>So many bits through a tree of probabilities, the highest first.</summary>
    public int Tree(ushort[] probabilities, int offset, int bits)
    {
        var node = 1;
        for (var i = 0; i < bits; i++)
        {
            node = (node << 1) | Bit(probabilities, offset + node);
        }

        return node - (1 << bits);
    }

    /// <summary>As <see cref="Tree"/>, the lowest first.</summary>
    public int ReverseTree(ushort[] probabilities, int offset, int bits)
    {
        var (node, result) = (1, 0);
        for (var i = 0; i < bits; i++)
        {
            var bit = Bit(probabilities, offset + node);
            node = (node << 1) | bit;
            result |= bit << i;
        }

        return result;
    }

    private void Normalise()
    {
        if (_range < TopValue)
        {
            _range <<= 8;
            _code = (_code << 8) | Next();
        }
    }

    private uint Next() => _at < _end ? _data[_at++] : throw new FormatException("The data ends too early.");
}
