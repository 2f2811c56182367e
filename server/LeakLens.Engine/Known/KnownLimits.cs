namespace LeakLens.Engine.Known;

/// <summary>How large a value may be and still be known. What is larger is told by its size alone.</summary>
internal static class KnownLimits
{
    /// <summary>Characters of a text, bytes of a bytes.</summary>
    public const int LongestText = 1 << 19;

    /// <summary>Items of a list, tuple or dict.</summary>
    public const int MostItems = 1 << 14;

    /// <summary>Bits of a whole number.</summary>
    public const int MostBits = 4096;

    /// <summary>Bits of one that comes of sums, shifts and the like, which take no longer than a copy.</summary>
    public const int MostBitsOfSums = 1 << 18;

    /// <summary>Digits of a field behind the point.</summary>
    public const int MostPrecise = 400;

    /// <summary>Containers inside containers.</summary>
    public const int Deepest = 8;
}
