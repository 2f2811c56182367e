using System.Buffers.Binary;
using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary><c>struct</c> on known values (Modules/_struct.c): the numbers of a packed record, and its bytes.</summary>
internal static class StructPacking
{
    private const int MostFields = 4096;

    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("struct.pack", static call => Fields(call.At(0)) is { } format ? Pack(format, [.. call.Positional.Skip(1)]) : null),
        ("struct.unpack", static call => Fields(call.At(0)) is { } format && call.At(1, "buffer") is byte[] bytes && bytes.Length == format.Size ? Unpack(format, bytes, 0) : null),
        ("struct.unpack_from", static call => Fields(call.At(0)) is { } format && call.At(1, "buffer") is byte[] bytes && call.SmallAt(2, 0, "offset") is { } offset ? Unpack(format, bytes, offset) : null),
    ];

    private static RecordFormat? Fields(object? format) => format switch
    {
        string text => RecordFormat.Parse(text, MostFields),
        byte[] bytes => RecordFormat.Parse(System.Text.Encoding.Latin1.GetString(bytes), MostFields),
        _ => null,
    };

    private static byte[]? Pack(RecordFormat format, object[] values)
    {
        if (values.Length != format.Items || format.Size > KnownLimits.LongestText)
        {
            return null;
        }

        var bytes = new byte[format.Size];
        var next = 0;
        foreach (var field in format.Fields)
        {
            if (field.Code != 'x' && !Write(bytes.AsSpan(field.Offset, field.Width), field.Code, values[next++], format.IsBigEndian))
            {
                return null;
            }
        }

        return bytes;
    }

    private static bool Write(Span<byte> place, char code, object value, bool isBigEndian)
    {
        switch (code)
        {
            case 's' when value is byte[] text:
                text.AsSpan(0, Math.Min(text.Length, place.Length)).CopyTo(place);
                return true;
            case 'c' when value is byte[] { Length: 1 } one:
                place[0] = one[0];
                return true;
            case '?':
                place[0] = KnownComparison.IsTrue(value) == true ? (byte)1 : (byte)0;
                return KnownComparison.IsTrue(value) is not null;
            case 'e' or 'f' or 'd':
                return KnownCall.ToFloat(value) is { } number && WriteFloat(place, number, isBigEndian);
            default:
                return KnownCall.ToInt(value) is { } whole && WriteInt(place, whole, char.IsAsciiLetterUpper(code), isBigEndian);
        }
    }

    private static bool WriteFloat(Span<byte> place, double number, bool isBigEndian)
    {
        switch (place.Length)
        {
            case 2:
                BinaryPrimitives.WriteHalfLittleEndian(place, (Half)number);
                break;
            case 4:
                BinaryPrimitives.WriteSingleLittleEndian(place, (float)number);
                break;
            default:
                BinaryPrimitives.WriteDoubleLittleEndian(place, number);
                break;
        }

        if (isBigEndian)
        {
            place.Reverse();
        }

        return true;
    }

    private static bool WriteInt(Span<byte> place, BigInteger number, bool isUnsigned, bool isBigEndian)
    {
        if (number.GetByteCount(isUnsigned && number.Sign >= 0) > place.Length || (isUnsigned && number.Sign < 0))
        {
            return false;
        }

        place.Fill(number.Sign < 0 ? (byte)0xff : (byte)0);
        var bytes = number.ToByteArray(isUnsigned && number.Sign >= 0);
        bytes.AsSpan(0, Math.Min(bytes.Length, place.Length)).CopyTo(place);
        if (isBigEndian)
        {
            place.Reverse();
        }

        return true;
    }

    private static KnownSequence? Unpack(RecordFormat format, byte[] bytes, int offset)
    {
        offset = offset < 0 ? offset + bytes.Length : offset;
        if (offset < 0 || bytes.Length - offset < format.Size)
        {
            return null;
        }

        var items = new List<object>(format.Items);
        foreach (var field in format.Fields)
        {
            if (field.Code == 'x')
            {
                continue;
            }

            if (Read(bytes.AsSpan(offset + field.Offset, field.Width), field.Code, format.IsBigEndian) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return KnownSequence.Tuple(items);
    }

    private static object? Read(ReadOnlySpan<byte> place, char code, bool isBigEndian)
    {
        switch (code)
        {
            case 's' or 'c':
                return place.ToArray();
            case 'p':
                return null;
            case '?':
                return place[0] != 0;
            case 'e':
                return (double)(isBigEndian ? BinaryPrimitives.ReadHalfBigEndian(place) : BinaryPrimitives.ReadHalfLittleEndian(place));
            case 'f':
                return (double)(isBigEndian ? BinaryPrimitives.ReadSingleBigEndian(place) : BinaryPrimitives.ReadSingleLittleEndian(place));
            case 'd':
                return isBigEndian ? BinaryPrimitives.ReadDoubleBigEndian(place) : BinaryPrimitives.ReadDoubleLittleEndian(place);
            default:
                return new BigInteger(place, char.IsAsciiLetterUpper(code), isBigEndian);
        }
    }
}
