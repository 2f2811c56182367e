using System.Globalization;
using System.Text;

namespace LeakLens.Workspace.Reports;

/// <summary>How a terminal shows a character. Analysed code is hostile data: what would steer the terminal is replaced.</summary>
public static class DisplayWidth
{
    /// <summary>Stands for a character that must not reach a terminal as it is.</summary>
    public const char Replacement = '\uFFFD';

    /// <summary>First and last code points of Unicode's wide East Asian characters and of emoji, in pairs.</summary>
    private static readonly int[] WideRanges =
    [
        0x1100, 0x115F, 0x231A, 0x231B, 0x23E9, 0x23EC, 0x2614, 0x2615, 0x2648, 0x2653, 0x26AA, 0x26AB, 0x26BD, 0x26BE,
        0x26F2, 0x26F5, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x2753, 0x2757, 0x2795, 0x2797,
        0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x303E, 0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97C,
        0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18D08, 0x1AFF0, 0x1B2FB,
        0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F1E6, 0x1F320, 0x1F32D, 0x1F335,
        0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3E0, 0x1F3F0, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F4FC,
        0x1F4FF, 0x1F53D, 0x1F54B, 0x1F567, 0x1F595, 0x1F596, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6D2,
        0x1F6D5, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7EB, 0x1F90C, 0x1F9FF, 0x1FA70, 0x1FAFF,
        0x20000, 0x3FFFD,
    ];

    /// <summary>Cells that a character takes: 0, 1 or 2. Tabs are not known here: their width depends on where they stand.</summary>
    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return 1;
        }

        if (IsUnsafe(rune))
        {
            return 1;
        }

        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            ? 0
            : IsWide(rune.Value) ? 2 : 1;
    }

    /// <summary>Control characters, and those that reorder a line so that it reads as something else.</summary>
    public static bool IsUnsafe(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x2028 or 0x2029;

    /// <summary>The text with everything unsafe replaced.</summary>
    public static string Sanitize(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(IsUnsafe(rune) ? Replacement.ToString() : rune.ToString());
        }

        return safe.ToString();
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static bool IsWide(int codePoint)
    {
        for (var i = 0; i < WideRanges.Length && WideRanges[i] <= codePoint; i += 2)
        {
            if (codePoint <= WideRanges[i + 1])
            {
                return true;
            }
        }

        return false;
    }
}
