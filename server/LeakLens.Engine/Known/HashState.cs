using System.Runtime.InteropServices;

namespace LeakLens.Engine.Known;

/// <summary>A hash that is fed piece by piece.</summary>
/// <param name="algorithm">As <c>hashlib</c> names it.</param>
/// <param name="size">Bytes of the digest, where the program chose how many.</param>
internal sealed class HashState(string algorithm, int? size)
{
    private readonly List<byte> _fed = [];

    public int Length => _fed.Count;

    public static bool Knows(string algorithm) => Checksums.Digest(algorithm, []) is not null;

    public void Feed(ReadOnlySpan<byte> bytes) => _fed.AddRange(bytes);

    public HashState Copy()
    {
        var copy = new HashState(algorithm, size);
        copy._fed.AddRange(_fed);
        return copy;
    }

    /// <summary>Null for an algorithm that is not known here.</summary>
    public byte[]? Digest()
    {
        var fed = CollectionsMarshal.AsSpan(_fed);
        return size is { } chosen ? Blake2.Digest(fed, chosen) : Checksums.Digest(algorithm, fed);
    }
}
