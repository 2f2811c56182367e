using System.Buffers.Binary;

namespace LeakLens.Engine.Decoding.Compression;

/// <summary>The containers of LZMA: <c>.xz</c> with its blocks of LZMA2, and the older <c>.lzma</c>. Checksums are not looked at: nothing is run.</summary>
internal static class Xz
{
    private const int MagicLength = 6;
    private const int HeaderLength = 12;
    private const int Lzma2Filter = 0x21;

    private static ReadOnlySpan<byte> Magic => [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0];

    /// <summary>Null when it is no such data, becomes too large, or uses a filter other than LZMA2.</summary>
    public static byte[]? Decode(byte[] data)
    {
        try
        {
            return data.AsSpan().StartsWith(Magic) ? DecodeXz(data) : DecodeAlone(data);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Properties, the dictionary's size, the size of it all (or -1), LZMA.</summary>
    private static byte[]? DecodeAlone(byte[] data)
    {
        if (data.Length < 18 || data[0] >= 225 || data[13] != 0)
        {
            return null;
        }

        var size = BinaryPrimitives.ReadInt64LittleEndian(data.AsSpan(5));
        var room = DecodingLimits.RoomFor(data.Length);
        if (size > room || size < -1)
        {
            return null;
        }

        var output = new List<byte>();
        var decoder = new LzmaDecoder(output, room);
        decoder.SetProperties(data[0]);
        return decoder.Decode(new RangeDecoder(data, 13, data.Length), size) ? output.ToArray() : null;
    }

    private static byte[]? DecodeXz(byte[] data)
    {
        var checkLength = (At(data, MagicLength + 1) & 15) switch { 0 => 0, <= 3 => 4, <= 6 => 8, <= 9 => 16, <= 12 => 32, _ => 64 };
        var output = new List<byte>();
        var room = DecodingLimits.RoomFor(data.Length);
        var at = HeaderLength;
        while (At(data, at) != 0)
        {
            var start = at;
            at = SkipBlockHeader(data, at);
            if (DecodeLzma2(data, ref at, output, room) is false)
            {
                return null;
            }

            at += (4 - ((at - start) & 3)) & 3;
            at += checkLength;
        }

        return output.ToArray();
    }

    private static int SkipBlockHeader(byte[] data, int at)
    {
        var end = at + ((data[at] + 1) * 4);
        var flags = At(data, at + 1);
        Require((flags & 3) == 0 && end <= data.Length);
        at += 2;
        for (var sizes = ((flags >> 6) & 1) + ((flags >> 7) & 1); sizes > 0; sizes--)
        {
            while ((At(data, at++) & 0x80) != 0)
            {
                Require(at < end);
            }
        }

        Require(At(data, at) == Lzma2Filter);
        return end;
    }

    private static bool DecodeLzma2(byte[] data, ref int at, List<byte> output, int room)
    {
        var decoder = new LzmaDecoder(output, room) { Start = output.Count };
        while (true)
        {
            var control = At(data, at++);
            if (control == 0)
            {
                return true;
            }

            if (control is 1 or 2)
            {
                var length = ((At(data, at) << 8) | At(data, at + 1)) + 1;
                Require(at + 2 + length <= data.Length);
                if (output.Count + length > room)
                {
                    return false;
                }

                decoder.Start = control == 1 ? output.Count : decoder.Start;
                output.AddRange(data.AsSpan(at + 2, length));
                at += 2 + length;
                continue;
            }

            Require(control >= 0x80);
            if (!DecodeChunk(data, ref at, decoder, control, output, room))
            {
                return false;
            }
        }
    }

    private static bool DecodeChunk(byte[] data, ref int at, LzmaDecoder decoder, int control, List<byte> output, int room)
    {
        var size = (((control & 0x1f) << 16) | (At(data, at) << 8) | At(data, at + 1)) + 1;
        var packed = ((At(data, at + 2) << 8) | At(data, at + 3)) + 1;
        at += 4;
        var reset = (control >> 5) & 3;
        if (reset >= 2)
        {
            decoder.Start = reset == 3 ? output.Count : decoder.Start;
            decoder.SetProperties(At(data, at++));
        }
        else if (reset == 1)
        {
            decoder.Reset();
        }

        if (output.Count + size > room)
        {
            return false;
        }

        Require(decoder.Decode(new RangeDecoder(data, at, at + packed), size));
        at += packed;
        return true;
    }

    private static int At(byte[] data, int index) => index < data.Length ? data[index] : throw new FormatException("The data ends too early.");

    private static void Require(bool isRight)
    {
        if (!isRight)
        {
            throw new FormatException("This is no xz data.");
        }
    }
}
