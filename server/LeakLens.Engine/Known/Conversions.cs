using System.Globalization;
using System.Numerics;
using System.Text;

namespace LeakLens.Engine.Known;

/// <summary>Built-in functions that turn one value into another: <c>int</c>, <c>float</c>, <c>hex</c>, <c>ord</c>, <c>repr</c> ...</summary>
internal static class Conversions
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("str", static call => call.Count == 0 ? string.Empty : call is { Count: 1 } && call.At(0, "object") is { } value ? Representation.Str(value) : DecodeText(call)),
        ("repr", static call => call.At(0) is { } value ? Representation.Repr(value) : null),
        ("ascii", static call => call.At(0) is { } value ? Representation.Ascii(value) : null),
        ("int", ToInt),
        ("float", ToFloat),
        ("bool", static call => call.Count == 0 ? false : call.At(0) is { } value && KnownComparison.IsTrue(value) is { } truth ? truth : null),
        ("hex", static call => Based(call, 'x')),
        ("oct", static call => Based(call, 'o')),
        ("bin", static call => Based(call, 'b')),
        ("ord", static call => call.At(0) switch
        {
            string text => Points.CodeOf(text) is { } code ? new BigInteger(code) : null,
            byte[] { Length: 1 } bytes => new BigInteger(bytes[0]),
            _ => null,
        }),
        ("chr", static call => call.IntAt(0) is not { } code ? null : Points.OfCode(code) is { } character ? character : new KnownError("ValueError", "chr() arg not in range(0x110000)")),
    ];

    private static object? DecodeText(KnownCall call) =>
        call.At(0, "object") is byte[] bytes ? TextEncoding.Decode(bytes, call.At(1, "encoding"), call.At(2, "errors")) : null;

    private static string? Based(KnownCall call, char type)
    {
        if (call.IntAt(0) is not { } value || WholeNumber.Bits(value) > KnownLimits.MostBits)
        {
            return null;
        }

        return (value.Sign < 0 ? "-" : string.Empty) + NumberFormat.Prefix(type) + NumberFormat.Digits(BigInteger.Abs(value), type);
    }

    private static object? ToFloat(KnownCall call)
    {
        switch (call.At(0))
        {
            case null:
                return call.Count == 0 ? 0.0 : null;
            case string text when Ascii.IsValid(text) && text.Length <= KnownLimits.MostBits:
                return FloatText.Parse(text) is { } number ? number : new KnownError("ValueError", "could not convert string to float: " + Representation.Repr(text));
            case string:
                return null;
            case KnownObject thing:
                return thing.Float is { } near ? near : null;
            default:
                return call.FloatAt(0) is { } converted ? converted : null;
        }
    }

    private const int MostRadix = 36;

    private static object? ToInt(KnownCall call)
    {
        if (call.At(1, "base") is not { } given)
        {
            return call.At(0) switch
            {
                null => call.Count == 0 ? BigInteger.Zero : null,
                double number => double.IsFinite(number) ? new BigInteger(number) : double.IsNaN(number) ? new KnownError("ValueError", "cannot convert float NaN to integer") : new KnownError("OverflowError", "cannot convert float infinity to integer"),
                string text => ParseInt(text, 10),
                KnownObject thing => thing.Truncated is { } truncated ? truncated : null,
                _ => call.IntAt(0) is { } whole ? whole : null,
            };
        }

        if (KnownCall.ToSmall(given) is < 0 or 1 or > MostRadix)
        {
            return new KnownError("ValueError", "int() base must be >= 2 and <= 36, or 0");
        }

        return call.TextAt(0) is { } digits && KnownCall.ToSmall(given) is { } radix ? ParseInt(digits, radix) : null;
    }

    /// <summary><c>int(text, radix)</c>: white space around it, a sign, a prefix, digits with single underscores between.</summary>
    private static object? ParseInt(string text, int radix)
    {
        if (!Ascii.IsValid(text) || text.Length > KnownLimits.MostBits / 4)
        {
            return null;
        }

        var plain = text.Trim(' ', '\t', '\n', '\r', '\v', '\f', '\x1c', '\x1d', '\x1e', '\x1f');
        var isNegative = plain is ['-', ..];
        plain = plain is ['+' or '-', ..] ? plain[1..] : plain;
        var original = radix;
        var prefix = plain.Length > 1 && plain[0] == '0' ? char.ToLowerInvariant(plain[1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 } : 0;
        if (prefix > 0 && (radix == 0 || radix == prefix))
        {
            radix = prefix;
            plain = plain.Length > 2 && plain[2] == '_' ? plain[3..] : plain[2..];
        }

        radix = radix == 0 ? 10 : radix;
        if (Digits(plain, radix) is { } value && (original != 0 || prefix > 0 || plain.TrimStart('0', '_').Length == plain.Length || value.IsZero))
        {
            return isNegative ? -value : value;
        }

        return radix is < 2 or > 36 ? null
            : new KnownError("ValueError", string.Create(CultureInfo.InvariantCulture, $"invalid literal for int() with base {original}: {Representation.Repr(text)}"));
    }

    private static BigInteger? Digits(string text, int radix)
    {
        if (text.Length == 0 || FloatText.WithoutUnderscores(text) is not { } plain)
        {
            return null;
        }

        if (radix == 10)
        {
            return BigInteger.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        }

        var value = BigInteger.Zero;
        foreach (var unit in plain)
        {
            var digit = char.IsAsciiDigit(unit) ? unit - '0' : char.IsAsciiLetter(unit) ? char.ToLowerInvariant(unit) - 'a' + 10 : int.MaxValue;
            if (digit >= radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return value;
    }
}
