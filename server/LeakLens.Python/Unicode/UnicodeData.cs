using System.Buffers.Text;

namespace LeakLens.Python.Unicode;

/// <summary>The tables of <see cref="UnicodeTables"/> unpacked: numbers in groups of seven bits, code points as differences.</summary>
internal sealed class UnicodeData
{
    private readonly Dictionary<int, int> _classes = [];

    public UnicodeData()
    {
        ReadDecompositions(Unpack(UnicodeTables.Decompositions));
        ReadClasses(Unpack(UnicodeTables.Classes));
        ReadCompositions(Unpack(UnicodeTables.Compositions));
    }

    public Dictionary<int, int[]> Decompositions { get; } = [];

    public Dictionary<(int First, int Second), int> Compositions { get; } = [];

    public static byte[] Unpack(ReadOnlySpan<byte> base64)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        Base64.DecodeFromUtf8(base64, bytes, out _, out var written);
        return bytes[..written];
    }

    public int GetClass(int code) => _classes.GetValueOrDefault(code);

    private void ReadDecompositions(ReadOnlySpan<byte> data)
    {
        for (var code = 0; !data.IsEmpty;)
        {
            code += Read(ref data);
            var parts = new int[Read(ref data)];
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = Read(ref data);
            }

            Decompositions.Add(code, parts);
        }
    }

    private void ReadClasses(ReadOnlySpan<byte> data)
    {
        for (var code = 0; !data.IsEmpty;)
        {
            code += Read(ref data);
            _classes.Add(code, Read(ref data));
        }
    }

    private void ReadCompositions(ReadOnlySpan<byte> data)
    {
        for (var code = 0; !data.IsEmpty;)
        {
            code += Read(ref data);
            var first = Read(ref data);
            Compositions.Add((first, Read(ref data)), code);
        }
    }

    private static int Read(ref ReadOnlySpan<byte> data)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = data[0];
            data = data[1..];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
