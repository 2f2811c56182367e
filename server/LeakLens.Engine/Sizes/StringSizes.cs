using System.Text;

namespace LeakLens.Engine.Sizes;

/// <summary>Bytes of <c>str</c> and <c>bytes</c> objects, 64-bit (Objects/unicodeobject.c, PEP 393).</summary>
public static class StringSizes
{
    /// <summary>Header and terminator of a non-empty str, by kind.</summary>
    private static readonly int[] Headers = [49, 73, 74, 76];

    /// <summary>Since 3.12 a str has no copy for wide-character functions, and no length of one.</summary>
    private static readonly int[] Headers312 = [41, 57, 58, 60];

    private static readonly int[] Widths = [1, 1, 2, 4];

    /// <summary>Bytes of a str of <paramref name="length"/> characters. The empty string and single Latin-1 characters are shared and free.</summary>
    public static long Str(long length, StringKind kind) => Str(length, kind, TargetVersion.Python311);

    /// <summary>As above, of a version.</summary>
    public static long Str(long length, StringKind kind, TargetVersion target)
    {
        if (length == 0 || (length == 1 && kind <= StringKind.Latin1))
        {
            return 0;
        }

        return (target == TargetVersion.Python311 ? Headers : Headers312)[(int)kind] + (length * Widths[(int)kind]);
    }

    /// <summary>Bytes of one character.</summary>
    public static int WidthOf(StringKind kind) => Widths[(int)kind];

    /// <summary>Bytes of a bytes object; empty and one-byte objects are shared and free.</summary>
    public static long Bytes(long length) => length <= 1 ? 0 : 33 + length;

    public static StringKind KindOf(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return StringKind.Ascii;
        }

        var widest = StringKind.Ascii;
        foreach (var unit in text)
        {
            if (char.IsSurrogate(unit))
            {
                return StringKind.Ucs4;
            }

            var kind = unit < 0x80 ? StringKind.Ascii : unit < 0x100 ? StringKind.Latin1 : StringKind.Ucs2;
            widest = kind > widest ? kind : widest;
        }

        return widest;
    }

    /// <summary>Length in characters, that is code points: what <c>len()</c> gives.</summary>
    public static long LengthOf(ReadOnlySpan<char> text)
    {
        var length = text.Length;
        if (text.IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            return length;
        }

        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                length--;
            }
        }

        return length;
    }
}
