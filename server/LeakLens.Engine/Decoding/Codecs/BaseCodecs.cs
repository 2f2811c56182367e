namespace LeakLens.Engine.Decoding.Codecs;

/// <summary>The other bases of Python's <c>base64</c> module. Null for what CPython would raise about.</summary>
internal static class BaseCodecs
{
    private const string Base32Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Base32HexDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
    private const string Base85Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
    private const string Z85Digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

    public static byte[]? DecodeBase32(ReadOnlySpan<byte> text, bool isHex = false, bool foldsCase = false)
    {
        var digits = text.TrimEnd((byte)'=');
        if (text.Length % 8 != 0 || digits.Length % 8 is 1 or 3 or 6)
        {
            return null;
        }

        var result = new byte[digits.Length * 5 / 8];
        var (bits, count, length) = (0, 0, 0);
        foreach (var unit in digits)
        {
            var digit = (isHex ? Base32HexDigits : Base32Digits).IndexOf(foldsCase ? char.ToUpperInvariant((char)unit) : (char)unit, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            bits = ((bits << 5) | digit) & 0xFFFF;
            count += 5;
            if (count >= 8)
            {
                count -= 8;
                result[length++] = (byte)(bits >> count);
            }
        }

        return result;
    }

    public static byte[]? DecodeHex(ReadOnlySpan<byte> text, bool foldsCase = true)
    {
        if (text.Length % 2 != 0)
        {
            return null;
        }

        var result = new byte[text.Length / 2];
        for (var i = 0; i < text.Length; i++)
        {
            var unit = (char)text[i];
            if (!char.IsAsciiHexDigit(unit) || (!foldsCase && char.IsAsciiHexDigitLower(unit) && !char.IsAsciiDigit(unit)))
            {
                return null;
            }

            result[i / 2] = (byte)((result[i / 2] << 4) | Convert.ToInt32(unit.ToString(), 16));
        }

        return result;
    }

    public static byte[]? DecodeBase85(ReadOnlySpan<byte> text, bool isZ85 = false) => DecodeFives(text, isZ85 ? Z85Digits : Base85Digits, padding: '~');

    /// <summary>Ascii85: <c>z</c> is four zeros, white space means nothing, Adobe's has <c>&lt;~</c> and <c>~&gt;</c> around it.</summary>
    public static byte[]? DecodeAscii85(ReadOnlySpan<byte> text, bool isAdobe = false, bool foldsSpaces = false)
    {
        if (isAdobe)
        {
            text = text.EndsWith("~>"u8) ? text[..^2] : [];
            text = text.StartsWith("<~"u8) ? text[2..] : text;
        }

        var result = new List<byte>(text.Length);
        var (group, count) = (0L, 0);
        foreach (var unit in text)
        {
            switch (unit)
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\v':
                    continue;
                case (byte)'z' when count == 0:
                    result.AddRange([0, 0, 0, 0]);
                    continue;
                case (byte)'y' when count == 0 && foldsSpaces:
                    result.AddRange("    "u8);
                    continue;
                case < (byte)'!' or > (byte)'u':
                    return null;
                default:
                    (group, count) = ((group * 85) + unit - '!', count + 1);
                    break;
            }

            if (count == 5)
            {
                if (!TryAdd(result, group, 4))
                {
                    return null;
                }

                (group, count) = (0, 0);
            }
        }

        return AddRest(result, group, count, 84) ? result.ToArray() : null;
    }

    private static byte[]? DecodeFives(ReadOnlySpan<byte> text, string digits, char padding)
    {
        var result = new List<byte>(text.Length);
        var (group, count) = (0L, 0);
        foreach (var unit in text)
        {
            var digit = digits.IndexOf((char)unit, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            (group, count) = ((group * 85) + digit, count + 1);
            if (count == 5)
            {
                if (!TryAdd(result, group, 4))
                {
                    return null;
                }

                (group, count) = (0, 0);
            }
        }

        return AddRest(result, group, count, digits.IndexOf(padding, StringComparison.Ordinal) is var last and >= 0 ? last : 84) ? result.ToArray() : null;
    }

    /// <summary>The last digits are padded to five, and so many bytes fewer counted.</summary>
    private static bool AddRest(List<byte> result, long group, int count, int padding)
    {
        if (count == 0)
        {
            return true;
        }

        for (var i = count; i < 5; i++)
        {
            group = (group * 85) + padding;
        }

        return TryAdd(result, group, count - 1);
    }

    private static bool TryAdd(List<byte> result, long group, int bytes)
    {
        if (group > uint.MaxValue)
        {
            return false;
        }

        for (var i = 0; i < bytes; i++)
        {
            result.Add((byte)(group >> (24 - (8 * i))));
        }

        return true;
    }
}
