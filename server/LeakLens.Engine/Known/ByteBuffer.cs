namespace LeakLens.Engine.Known;

/// <summary>What is in a bytearray: bytes that nobody has looked at or changed so far are not written down.</summary>
internal sealed class ByteBuffer
{
    private readonly byte[]? _source;
    private readonly int _length;
    private List<byte>? _own;

    private ByteBuffer(byte[]? source, int length)
    {
        _source = source;
        _length = length;
    }

    /// <summary>Bytes that it keeps for itself.</summary>
    public int Kept => _own?.Count ?? _source?.Length ?? 0;

    public int Count => _own?.Count ?? _length;

    /// <summary>The bytes are written down, to be read and changed.</summary>
    public List<byte>? Written => _own;

    public static ByteBuffer OfZeros(int length) => new(source: null, length);

    /// <param name="bytes">Not changed by anybody.</param>
    public static ByteBuffer Of(byte[] bytes) => new(bytes, bytes.Length);

    /// <summary>The bytes, from now on its own.</summary>
    public List<byte> Write()
    {
        _own ??= _source is { } source ? [.. source] : [.. new byte[_length]];
        return _own;
    }
}
