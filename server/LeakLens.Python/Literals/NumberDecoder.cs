using System.Globalization;
using System.Numerics;

namespace LeakLens.Python.Literals;

/// <summary>The values of numeric literals.</summary>
internal static class NumberDecoder
{
    private static readonly object[] Small = BuildSmall();

    /// <summary>A <see cref="long"/>, or a <see cref="BigInteger"/> when it does not fit. Wrong digits count as none.</summary>
    public static object DecodeInteger(ReadOnlySpan<char> literal)
    {
        if (literal.Length == 1 && char.IsAsciiDigit(literal[0]))
        {
            return Small[literal[0] - '0'];
        }

        var radix = literal.Length < 2 || literal[0] != '0' ? 10 : (literal[1] | 0x20) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 };
        var digits = radix == 10 ? literal : literal[2..];
        return TryDecodeLong(digits, radix) is { } value ? Box(value) : DecodeBig(digits, radix);
    }

    public static object DecodeFloat(ReadOnlySpan<char> literal)
    {
        Span<char> buffer = literal.Length <= 64 ? stackalloc char[64] : new char[literal.Length];
        var length = 0;
        foreach (var c in literal)
        {
            if (c != '_')
            {
                buffer[length++] = c;
            }
        }

        return double.TryParse(buffer[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0.0;
    }

    private static object Box(long value) => value < Small.Length ? Small[value] : value;

    private static long? TryDecodeLong(ReadOnlySpan<char> digits, int radix)
    {
        var value = 0L;
        foreach (var c in digits)
        {
            if (c == '_')
            {
                continue;
            }

            var digit = char.IsAsciiHexDigit(c) ? HexValue(c) : 0;
            if (value > (long.MaxValue - digit) / radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return value;
    }

    /// <summary>A decimal number beyond the limit is an error already, and 0 here.</summary>
    private static BigInteger DecodeBig(ReadOnlySpan<char> digits, int radix)
    {
        var plain = new char[digits.Length + 1];
        // A leading zero keeps the hexadecimal and binary parsers from reading a sign.
        plain[0] = '0';
        var length = 1;
        foreach (var c in digits)
        {
            // Digits that the radix does not have are an error already.
            if (char.IsAsciiHexDigit(c) && HexValue(c) < radix)
            {
                plain[length++] = c;
            }
        }

        var text = plain.AsSpan(0, length);
        return radix switch
        {
            16 => BigInteger.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            2 => BigInteger.Parse(text, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture),
            8 => DecodeOctal(text),
            _ when length > SyntaxLimits.MaxIntegerDigits + 1 => BigInteger.Zero,
            _ => BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : BigInteger.Zero,
        };
    }

    private static BigInteger DecodeOctal(ReadOnlySpan<char> digits)
    {
        var bits = new char[(digits.Length * 3) + 1];
        bits[0] = '0';
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = HexValue(digits[i]);
            bits[(i * 3) + 1] = (char)('0' + ((digit >> 2) & 1));
            bits[(i * 3) + 2] = (char)('0' + ((digit >> 1) & 1));
            bits[(i * 3) + 3] = (char)('0' + (digit & 1));
        }

        return BigInteger.Parse(bits, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture);
    }

    internal static int HexValue(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

    private static object[] BuildSmall()
    {
        var boxes = new object[257];
        for (var i = 0; i < boxes.Length; i++)
        {
            boxes[i] = (long)i;
        }

        return boxes;
    }
}
