namespace LeakLens.Engine.Decoding;

/// <summary>Where decoding stops: a payload is hostile data.</summary>
internal static class DecodingLimits
{
    /// <summary>Bytes or characters of one value, decoded or not.</summary>
    public const int MostBytes = 4 << 20;

    /// <summary>How many times its size compressed data may take; small ones may always become <see cref="FreeBytes"/>.</summary>
    public const int MostRatio = 1100;

    public const int FreeBytes = 64 << 10;

    /// <summary>Payloads inside payloads.</summary>
    public const int Deepest = 8;

    /// <summary>Payloads of one text, and of all that is inside them together.</summary>
    public const int MostPayloads = 16;

    /// <summary>Steps of the evaluation of one text: each is one expression, or a few dozen bytes that are made.</summary>
    public const int MostSteps = 300_000;

    /// <summary>Bytes of all values that one evaluation makes.</summary>
    public const long MostMade = 64L << 20;

    /// <summary>Files that one text may have read.</summary>
    public const int MostFiles = 16;

    /// <summary>The most that so many compressed bytes may become.</summary>
    public static int RoomFor(int compressed) => (int)Math.Min(MostBytes, Math.Max(FreeBytes, (long)compressed * MostRatio));
}
