using System.Collections.Frozen;
using System.Numerics;
using System.Text;

namespace LeakLens.Engine.Known;

/// <summary>
/// Methods of bytes. Most are those of the text with the same numbers as codes; where white space or case matters, bytes that
/// are no ASCII characters, or that only str counts as space, are not followed.
/// </summary>
internal static class BytesMethods
{
    private static readonly FrozenSet<string> AsText = FrozenSet.ToFrozenSet(
        ["find", "rfind", "index", "rindex", "count", "startswith", "endswith", "replace", "removeprefix", "removesuffix", "partition", "rpartition", "join", "center", "ljust", "rjust", "zfill"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> AsPlainText = FrozenSet.ToFrozenSet(
        ["split", "rsplit", "splitlines", "strip", "lstrip", "rstrip", "upper", "lower", "title", "swapcase", "capitalize", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper", "expandtabs"],
        StringComparer.Ordinal);

    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        .. AsText.Concat(AsPlainText).Select(static name => ("bytes." + name, Wrapped(name))),
        ("bytes.decode", static call => call.Self is byte[] bytes ? TextEncoding.Decode(bytes, call.At(0, "encoding"), call.At(1, "errors")) : null),
        ("bytes.hex", Hex),
        ("bytes.fromhex", static call => call.TextAt(0) is { } text ? FromHex(text) : null),
        ("bytes", Make),
        ("int.from_bytes", FromBytes),
        ("int.to_bytes", ToBytes),
    ];

    private static KnownFunction Wrapped(string name)
    {
        var function = TextSearch.Functions.Concat(TextSplit.Functions).Concat(TextPad.Functions).Concat(TextCase.Functions).Concat(TextTests.Functions)
            .First(entry => string.Equals(entry.Name, "str." + name, StringComparison.Ordinal)).Function;
        var isPlain = AsPlainText.Contains(name);
        return call => ToText(call, isPlain && call.At(0) is not byte[]) is { } text && function(text) is { } result ? ToBytes(result) : null;
    }

    private static KnownCall? ToText(KnownCall call, bool isPlain)
    {
        if (call.Self is not byte[] self || (isPlain && !IsPlain(self)))
        {
            return null;
        }

        call.Work.Add(self.Length, WorkMeter.OfCharacter / 2);
        var positional = new object[call.Positional.Count];
        for (var i = 0; i < positional.Length; i++)
        {
            if (ToText(call.Positional[i]) is not { } argument)
            {
                return null;
            }

            positional[i] = argument;
        }

        return call.Named.Any(static named => named.Value is byte[] or string) ? null : new KnownCall(Encoding.Latin1.GetString(self), positional, call.Named, call.Work);
    }

    private static bool IsPlain(byte[] bytes) => Array.TrueForAll(bytes, static one => one is < 0x80 and (< 0x1c or > 0x1f));

    private static object? ToText(object value) => value switch
    {
        byte[] bytes => Encoding.Latin1.GetString(bytes),
        string => null,
        KnownSequence sequence when sequence.Items.All(static item => item is byte[]) => new KnownSequence(sequence.IsTuple, [.. sequence.Items.Select(static item => (object)Encoding.Latin1.GetString((byte[])item))]),
        KnownSequence => null,
        _ => value,
    };

    private static object ToBytes(object result) => result switch
    {
        string text => Encoding.Latin1.GetBytes(text),
        KnownSequence sequence => new KnownSequence(sequence.IsTuple, [.. sequence.Items.Select(ToBytes)], sequence.Room),
        _ => result,
    };

    private static object? Hex(KnownCall call)
    {
        if (call.Self is not byte[] bytes || bytes.Length > KnownLimits.LongestText / 4 || call.SmallAt(1, 1, "bytes_per_sep") is not { } group || group == 0)
        {
            return null;
        }

        var digits = Convert.ToHexStringLower(bytes);
        if (call.At(0, "sep") is not { } separator)
        {
            return digits;
        }

        var mark = separator is byte[] given ? Encoding.Latin1.GetString(given) : separator as string;
        if (mark is not { Length: 1 })
        {
            return null;
        }

        var text = new StringBuilder();
        for (var i = 0; i < bytes.Length; i++)
        {
            var left = group > 0 ? bytes.Length - i : i;
            text.Append(i > 0 && left % Math.Abs(group) == 0 ? mark : string.Empty).Append(digits, i * 2, 2);
        }

        return text.ToString();
    }

    private static object? FromHex(string text)
    {
        var digits = string.Concat(text.Where(static unit => !TextTests.IsSpace(unit)));
        return digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit)
            ? new KnownError("ValueError", "non-hexadecimal number found in fromhex() arg")
            : Convert.FromHexString(digits);
    }

    private static object? Make(KnownCall call)
    {
        switch (call.At(0, "source"))
        {
            case null:
                return call.Count == 0 ? Array.Empty<byte>() : null;
            case string text when call.At(1, "encoding") is { } encoding:
                return TextEncoding.Encode(text, encoding, call.At(2, "errors"));
            case byte[] bytes:
                return bytes;
            case BigInteger count:
                return count.Sign < 0 ? new KnownError("ValueError", "negative count") : count <= KnownLimits.LongestText ? new byte[(int)count] : null;
            case KnownSequence sequence when sequence.Items.All(static item => KnownCall.ToInt(item) is { Sign: >= 0 } number && number <= byte.MaxValue):
                return sequence.Items.Select(static item => (byte)(KnownCall.ToInt(item) ?? 0)).ToArray();
            default:
                return null;
        }
    }

    private static object? FromBytes(KnownCall call)
    {
        if (call.At(0, "bytes") is not byte[] bytes || (call.At(1, "byteorder") ?? "big") is not string order || bytes.Length > KnownLimits.MostBits / 8)
        {
            return null;
        }

        var isSigned = call.At(int.MaxValue, "signed") is { } given && KnownComparison.IsTrue(given) == true;
        return new BigInteger(bytes, isUnsigned: !isSigned, isBigEndian: order is "big");
    }

    private static object? ToBytes(KnownCall call)
    {
        if (KnownCall.ToInt(call.Self) is not { } value || call.SmallAt(0, 1, "length") is not { } length || (call.At(1, "byteorder") ?? "big") is not string order || length > KnownLimits.MostBits / 8)
        {
            return null;
        }

        var isSigned = call.At(int.MaxValue, "signed") is { } given && KnownComparison.IsTrue(given) == true;
        if ((!isSigned && value.Sign < 0) || value.GetByteCount(isUnsigned: !isSigned) is var needed && needed > length && !value.IsZero)
        {
            return new KnownError("OverflowError", "int too big to convert");
        }

        var bytes = new byte[length];
        Array.Fill(bytes, value.Sign < 0 ? byte.MaxValue : byte.MinValue);
        if (length > 0)
        {
            value.TryWriteBytes(bytes, out _, isUnsigned: !isSigned);
        }

        if (order is "big")
        {
            Array.Reverse(bytes);
        }

        return bytes;
    }

    /// <summary>One byte, or a part, as the operators take them.</summary>
    public static byte[] Take(byte[] bytes, int start, int count, int step)
    {
        var taken = new byte[count];
        for (var i = 0; i < count; i++)
        {
            taken[i] = bytes[start + (i * step)];
        }

        return taken;
    }
}
