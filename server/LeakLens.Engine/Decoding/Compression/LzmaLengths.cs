namespace LeakLens.Engine.Decoding.Compression;

/// <summary>Lengths of matches: short ones by where they start, long ones for all alike.</summary>
internal sealed class LzmaLengths
{
    private readonly ushort[] _choice = RangeDecoder.NewProbabilities(2);
    private readonly ushort[] _low = RangeDecoder.NewProbabilities(16 << 3);
    private readonly ushort[] _middle = RangeDecoder.NewProbabilities(16 << 3);
    private readonly ushort[] _high = RangeDecoder.NewProbabilities(256);

    public int Decode(RangeDecoder input, int position)
    {
        if (input.Bit(_choice, 0) == 0)
        {
            return input.Tree(_low, position << 3, 3);
        }

        return input.Bit(_choice, 1) == 0 ? 8 + input.Tree(_middle, position << 3, 3) : 16 + input.Tree(_high, 0, 8);
    }
}
