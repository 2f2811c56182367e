using System.Buffers.Binary;
using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>BLAKE2b without a key (RFC 7693).</summary>
internal static class Blake2
{
    public const int LongestDigest = 64;

    private const int BlockBytes = 128;
    private const int Rounds = 12;

    private static readonly ulong[] Start =
    [
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
    ];

    private static readonly byte[][] Orders =
    [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
        [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
        [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
        [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
        [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
        [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
        [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
        [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
        [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
        [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
    ];

    public static byte[] Digest(ReadOnlySpan<byte> bytes, int length)
    {
        var state = (ulong[])Start.Clone();
        state[0] ^= 0x01010000UL ^ (ulong)length;
        Span<byte> block = stackalloc byte[BlockBytes];
        var done = 0UL;
        while (bytes.Length > BlockBytes)
        {
            done += BlockBytes;
            Compress(state, bytes[..BlockBytes], done, isLast: false);
            bytes = bytes[BlockBytes..];
        }

        block.Clear();
        bytes.CopyTo(block);
        Compress(state, block, done + (ulong)bytes.Length, isLast: true);
        var digest = new byte[LongestDigest];
        for (var i = 0; i < state.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(digest.AsSpan(8 * i), state[i]);
        }

        return digest[..length];
    }

    private static void Compress(ulong[] state, ReadOnlySpan<byte> block, ulong done, bool isLast)
    {
        Span<ulong> work = stackalloc ulong[16];
        Span<ulong> words = stackalloc ulong[16];
        state.CopyTo(work);
        Start.CopyTo(work[8..]);
        work[12] ^= done;
        work[14] ^= isLast ? ulong.MaxValue : 0;
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = BinaryPrimitives.ReadUInt64LittleEndian(block[(8 * i)..]);
        }

        for (var round = 0; round < Rounds; round++)
        {
            var order = Orders[round % Orders.Length];
            for (var i = 0; i < 4; i++)
            {
                Mix(work, i, 4 + i, 8 + i, 12 + i, words[order[2 * i]], words[order[(2 * i) + 1]]);
            }

            for (var i = 0; i < 4; i++)
            {
                Mix(work, i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4), words[order[8 + (2 * i)]], words[order[9 + (2 * i)]]);
            }
        }

        for (var i = 0; i < state.Length; i++)
        {
            state[i] ^= work[i] ^ work[i + 8];
        }
    }

    private static void Mix(Span<ulong> work, int a, int b, int c, int d, ulong first, ulong second)
    {
        work[a] += work[b] + first;
        work[d] = BitOperations.RotateRight(work[d] ^ work[a], 32);
        work[c] += work[d];
        work[b] = BitOperations.RotateRight(work[b] ^ work[c], 24);
        work[a] += work[b] + second;
        work[d] = BitOperations.RotateRight(work[d] ^ work[a], 16);
        work[c] += work[d];
        work[b] = BitOperations.RotateRight(work[b] ^ work[c], 63);
    }
}
