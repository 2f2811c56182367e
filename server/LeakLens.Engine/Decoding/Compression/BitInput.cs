namespace LeakLens.Engine.Decoding.Compression;

/// <summary>Bits of bytes, the highest first.</summary>
internal struct BitInput
{
    private readonly byte[] _data;
    private int _at;
    private uint _bits;
    private int _count;

    public BitInput(byte[] data, int start)
    {
        _data = data;
        _at = start;
    }

    /// <exception cref="FormatException">The data ends here.</exception>
    public uint Read(int count)
    {
        var result = 0u;
        for (var left = count; left > 0;)
        {
            if (_count == 0)
            {
                _bits = _at < _data.Length ? _data[_at++] : throw new FormatException("The data ends too early.");
                _count = 8;
            }

            var taken = Math.Min(left, _count);
            result = (result << taken) | ((_bits >> (_count - taken)) & ((1u << taken) - 1));
            _count -= taken;
            left -= taken;
        }

        return result;
    }

    public bool ReadBit() => Read(1) != 0;
}
