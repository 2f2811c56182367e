using System.Globalization;

namespace LeakLens.Python.Lexing;

/// <summary>Which characters make names: PEP 3131 (XID_Start, XID_Continue) over .NET's Unicode tables.</summary>
internal static class Characters
{
    private const byte Start = 1;
    private const byte Part = 2;

    private static readonly byte[] Ascii = BuildAscii();

    public static bool IsAsciiNameStart(char c) => c < 128 && (Ascii[c] & Start) != 0;

    public static bool IsAsciiNamePart(char c) => c < 128 && (Ascii[c] & Part) != 0;

    /// <summary>How many UTF-16 units the name character at this place has; 0 when none stands there.</summary>
    public static int CountNameUnits(string text, int index, bool first)
    {
        if (index >= text.Length)
        {
            return 0;
        }

        var c = text[index];
        if (c < 128)
        {
            return (Ascii[c] & (first ? Start : Part)) != 0 ? 1 : 0;
        }

        if (!char.IsSurrogate(c))
        {
            return IsName(c, CharUnicodeInfo.GetUnicodeCategory(c), first) ? 1 : 0;
        }

        if (index + 1 >= text.Length || !char.IsSurrogatePair(c, text[index + 1]))
        {
            return 0;
        }

        var rune = char.ConvertToUtf32(c, text[index + 1]);
        return IsName(rune, CharUnicodeInfo.GetUnicodeCategory(rune), first) ? 2 : 0;
    }

    private static bool IsName(int c, UnicodeCategory category, bool first) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => !IsExcluded(c) && (!first || !IsNeverStart(c)),
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation => !first || IsOtherStart(c),
        _ => IsOtherStart(c) || (!first && IsOtherPart(c)),
    };

    /// <summary>Other_ID_Start of Unicode's PropList, less U+309B and U+309C, which XID_Start leaves out.</summary>
    private static bool IsOtherStart(int c) => c is 0x1885 or 0x1886 or 0x2118 or 0x212E;

    /// <summary>Other_ID_Continue of Unicode's PropList.</summary>
    private static bool IsOtherPart(int c) => c is 0x00B7 or 0x0387 or 0x30FB or 0xFF65 or 0x200C or 0x200D or (>= 0x1369 and <= 0x1371) or 0x19DA;

    /// <summary>Letters that only continue a name, because their compatibility form begins with a mark.</summary>
    private static bool IsNeverStart(int c) => c is 0x0E33 or 0x0EB3 or 0xFF9E or 0xFF9F;

    /// <summary>Letters outside XID: their compatibility form holds a blank, or they are kept for syntax (U+2E2F).</summary>
    private static bool IsExcluded(int c) => c is 0x037A or 0x2E2F
        or (>= 0xFC5E and <= 0xFC63) or 0xFDFA or 0xFDFB or 0xFE70 or 0xFE72 or 0xFE74 or 0xFE76 or 0xFE78 or 0xFE7A or 0xFE7C or 0xFE7E;

    private static byte[] BuildAscii()
    {
        var table = new byte[128];
        for (var c = 0; c < table.Length; c++)
        {
            if (char.IsAsciiLetter((char)c) || c == '_')
            {
                table[c] = Start | Part;
            }
            else if (char.IsAsciiDigit((char)c))
            {
                table[c] = Part;
            }
        }

        return table;
    }
}
