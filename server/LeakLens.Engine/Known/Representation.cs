using System.Globalization;
using System.Numerics;
using System.Text;

namespace LeakLens.Engine.Known;

/// <summary><c>repr</c>, <c>str</c> and <c>ascii</c> of known values.</summary>
internal static class Representation
{
    /// <summary><c>str(value)</c>; null when it is not known or too long to be kept.</summary>
    public static string? Str(object value) => value as string ?? (value is KnownObject thing ? thing.Str : Repr(value));

    public static string? Repr(object value) => Write(value, isAscii: false);

    public static string? Ascii(object value) => Write(value, isAscii: true);

    private static string? Write(object value, bool isAscii)
    {
        var text = new StringBuilder();
        return TryWrite(value, isAscii, text, 0) ? text.ToString() : null;
    }

    private static bool TryWrite(object value, bool isAscii, StringBuilder into, int depth)
    {
        switch (value)
        {
            case KnownNone:
                into.Append("None");
                break;
            case bool truth:
                into.Append(truth ? "True" : "False");
                break;
            case BigInteger whole when WholeNumber.Bits(whole) <= KnownLimits.MostBits:
                into.Append(whole.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                into.Append(FloatText.Repr(number));
                break;
            case string text:
                TextRepresentation.Write(text, isAscii, into);
                break;
            case byte[] bytes:
                TextRepresentation.Write(bytes, into);
                break;
            case KnownObject thing when thing.Repr is { } shown:
                into.Append(shown);
                break;
            case KnownSequence sequence when depth < KnownLimits.Deepest:
                return TryWriteSequence(sequence, isAscii, into, depth);
            case KnownDict dict when depth < KnownLimits.Deepest:
                return TryWriteDict(dict, isAscii, into, depth);
            default:
                return false;
        }

        return into.Length <= KnownLimits.LongestText;
    }

    private static bool TryWriteSequence(KnownSequence sequence, bool isAscii, StringBuilder into, int depth)
    {
        into.Append(sequence.IsTuple ? '(' : '[');
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            into.Append(i > 0 ? ", " : string.Empty);
            if (!TryWrite(sequence.Items[i], isAscii, into, depth + 1))
            {
                return false;
            }
        }

        into.Append(!sequence.IsTuple ? "]" : sequence.Items.Count == 1 ? ",)" : ")");
        return true;
    }

    private static bool TryWriteDict(KnownDict dict, bool isAscii, StringBuilder into, int depth)
    {
        into.Append('{');
        var isFirst = true;
        foreach (var (key, value) in dict.Entries)
        {
            into.Append(isFirst ? string.Empty : ", ");
            isFirst = false;
            if (!TryWrite(key, isAscii, into, depth + 1) || !TryWrite(value, isAscii, into.Append(": "), depth + 1))
            {
                return false;
            }
        }

        into.Append('}');
        return true;
    }
}
