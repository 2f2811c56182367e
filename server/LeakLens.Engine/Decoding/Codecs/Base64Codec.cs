namespace LeakLens.Engine.Decoding.Codecs;

/// <summary>Base64 as <c>binascii.a2b_base64</c> reads it: what is no digit is passed over, and the padding has to be there.</summary>
internal static class Base64Codec
{
    /// <param name="isUrlSafe"><c>-</c> and <c>_</c> stand for <c>+</c> and <c>/</c>.</param>
    /// <returns>Null for what CPython would raise about.</returns>
    public static byte[]? Decode(ReadOnlySpan<byte> text, bool isUrlSafe = false)
    {
        var result = new byte[(text.Length / 4 * 3) + 3];
        var (length, bits, digits, pads) = (0, 0, 0, 0);
        foreach (var unit in text)
        {
            if (unit == '=')
            {
                pads++;
                if (digits >= 2 && digits + pads >= 4)
                {
                    break;
                }

                continue;
            }

            var value = ValueOf(unit, isUrlSafe);
            if (value < 0)
            {
                continue;
            }

            pads = 0;
            bits = (bits << 6) | value;
            digits++;
            if (digits > 1)
            {
                result[length++] = (byte)(bits >> (8 - (2 * digits)));
            }

            (digits, bits) = digits == 4 ? (0, 0) : (digits, bits);
        }

        // Digits that were begun want their padding; four of them are whole, and two give one byte.
        return digits == 0 || (digits > 1 && digits + pads >= 4) ? result[..length] : null;
    }

    private static int ValueOf(byte unit, bool isUrlSafe) => unit switch
    {
        >= (byte)'A' and <= (byte)'Z' => unit - 'A',
        >= (byte)'a' and <= (byte)'z' => unit - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => unit - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        (byte)'-' when isUrlSafe => 62,
        (byte)'_' when isUrlSafe => 63,
        _ => -1,
    };
}
