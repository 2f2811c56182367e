using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>Python counts code points where .NET counts UTF-16 units.</summary>
internal static class Points
{
    /// <summary>Each unit is a character.</summary>
    public static bool AreUnits(ReadOnlySpan<char> text) => !text.ContainsAnyInRange('\ud800', '\udfff');

    public static int Count(string text) => (int)Sizes.StringSizes.LengthOf(text);

    /// <summary>The unit at which a character begins.</summary>
    public static int ToUnit(string text, int point)
    {
        if (AreUnits(text))
        {
            return Math.Min(point, text.Length);
        }

        var at = 0;
        for (var i = 0; i < point && at < text.Length; i++)
        {
            at += WidthAt(text, at);
        }

        return at;
    }

    public static int ToPoint(string text, int unit) => Count(text[..unit]);

    public static int WidthAt(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;

    /// <summary>The characters, each a text of its own.</summary>
    public static List<string> Split(string text)
    {
        var all = new List<string>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var width = WidthAt(text, at);
            all.Add(text.Substring(at, width));
            at += width;
        }

        return all;
    }

    /// <summary>The code of the only character; null when there are more or none.</summary>
    public static int? CodeOf(string text) => text.Length switch
    {
        1 => text[0],
        2 when char.IsSurrogatePair(text[0], text[1]) => char.ConvertToUtf32(text[0], text[1]),
        _ => null,
    };

    public static string? OfCode(BigInteger code)
    {
        if (code < 0 || code > 0x10FFFF)
        {
            return null;
        }

        return code < 0x10000 ? ((char)(int)code).ToString() : char.ConvertFromUtf32((int)code);
    }

    /// <summary>Order by code points: UTF-16 would put what lies beyond 0xFFFF before 0xE000.</summary>
    public static int Compare(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        var (a, b) = (left[common], right[common]);
        return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a) ? 1 : -1;
    }
}
