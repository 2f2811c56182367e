namespace LeakLens.Workspace.Caching;

/// <summary>One result in a pack.</summary>
/// <param name="Payload">What was kept; held against <paramref name="Checksum"/> when it is used.</param>
/// <param name="Day">When it was used last, in days since the year 1.</param>
internal sealed record CacheEntry(ReadOnlyMemory<byte> Payload, ulong Checksum, int Day)
{
    /// <summary>This run made use of it.</summary>
    public bool IsUsed { get; set; }

    public static CacheEntry Of(byte[] payload, int day) => new(payload, ChecksumOf(payload), day) { IsUsed = true };

    public bool IsIntact => ChecksumOf(Payload.Span) == Checksum;

    /// <summary>Finds damage, not malice: whoever may write into the folder may write what they like.</summary>
    public static ulong ChecksumOf(ReadOnlySpan<byte> bytes) => BitConverter.ToUInt64(Hashing.Sha256.Of(bytes));
}
