using System.Security.Cryptography;
using LeakLens.Workspace.Hashing;

namespace LeakLens.Workspace.Tests.Hashing;

/// <summary>Held against the system's own.</summary>
public sealed class Sha256Tests
{
    [Fact]
    public void Every_length_around_the_blocks_gives_what_the_system_gives()
    {
        var bytes = new byte[300];
        new Random(7).NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
        {
            Sha256.Of(bytes.AsSpan(0, length)).ShouldBe(SHA256.HashData(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void It_does_not_matter_in_which_pieces_the_bytes_come()
    {
        var bytes = new byte[1000];
        var random = new Random(11);
        random.NextBytes(bytes);
        for (var round = 0; round < 100; round++)
        {
            var hash = new Sha256();
            for (var at = 0; at < bytes.Length;)
            {
                var length = Math.Min(random.Next(0, 150), bytes.Length - at);
                hash.Add(bytes.AsSpan(at, length));
                at += length;
            }

            hash.Finish().ShouldBe(SHA256.HashData(bytes));
        }
    }
}
