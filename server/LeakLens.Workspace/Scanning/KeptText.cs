using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Scanning;

/// <summary>
/// The text of a file, for whoever shows something of it. Reports look at one file after the other, so in a scan of many files the texts wait
/// packed: of three million lines they would take 50 MB.
/// </summary>
internal sealed record KeptText
{
    /// <summary>The fastest there is: half of a percent of what the analysis takes.</summary>
    private const int Quality = 1;

    private const int WindowBits = 18;

    private readonly SourceText? _open;
    private readonly byte[] _packed = [];
    private readonly bool _isNarrow;

    private KeptText(SourceText text)
    {
        _open = text;
        Length = text.Length;
    }

    private KeptText(byte[] packed, int length, bool isNarrow)
    {
        _packed = packed;
        Length = length;
        _isNarrow = isNarrow;
    }

    /// <summary>In characters.</summary>
    public int Length { get; }

    public static KeptText? Of(SourceText? text) => text is null ? null : new KeptText(text);

    /// <summary>The text; made anew by each call when it is packed.</summary>
    public SourceText Open()
    {
        if (_open is not null)
        {
            return _open;
        }

        var bytes = new byte[_isNarrow ? Length : Length * sizeof(char)];
        return BrotliDecoder.TryDecompress(_packed, bytes, out var count) && count == bytes.Length
            ? SourceText.From(_isNarrow ? Encoding.Latin1.GetString(bytes) : new string(MemoryMarshal.Cast<byte, char>(bytes)))
            : throw new InvalidOperationException("A text that was packed cannot be opened.");
    }

    /// <summary>The same text in a fraction of the memory.</summary>
    public KeptText Pack()
    {
        if (_open is null)
        {
            return this;
        }

        var isNarrow = !_open.Text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
        var bytes = isNarrow ? Encoding.Latin1.GetBytes(_open.Text) : MemoryMarshal.AsBytes(_open.Text.AsSpan()).ToArray();
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var count, Quality, WindowBits) ? new KeptText(packed[..count], Length, isNarrow) : this;
    }
}
