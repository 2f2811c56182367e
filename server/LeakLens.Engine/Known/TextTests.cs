using System.Globalization;

namespace LeakLens.Engine.Known;

/// <summary>The questions that str answers about its characters: <c>isdigit</c>, <c>isalpha</c> ...</summary>
internal static class TextTests
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("str.isalnum", static call => All(call.Text, static code => IsAlpha(code) || IsNumeric(code))),
        ("str.isalpha", static call => All(call.Text, IsAlpha)),
        ("str.isascii", static call => System.Text.Ascii.IsValid(call.Text)),
        ("str.isdecimal", static call => All(call.Text, IsDecimal)),
        ("str.isdigit", static call => All(call.Text, IsDigit)),
        ("str.isidentifier", static call => IsIdentifier(call.Text)),
        ("str.islower", static call => IsCased(call.Text, UnicodeCategory.LowercaseLetter)),
        ("str.isnumeric", static call => All(call.Text, IsNumeric)),
        ("str.isprintable", static call => call.Text.Length == 0 || (bool)All(call.Text, IsPrintable)),
        ("str.isspace", static call => All(call.Text, IsSpace)),
        ("str.istitle", static call => IsTitle(call.Text)),
        ("str.isupper", static call => IsCased(call.Text, UnicodeCategory.UppercaseLetter)),
    ];

    /// <summary>What str.split() splits at: .NET's white space and the four separators of ASCII.</summary>
    public static bool IsSpace(int code) => code is >= 0x1c and <= 0x1f || (code < 0x10000 && char.IsWhiteSpace((char)code));

    public static bool IsPrintable(int code) => code == ' ' || CharUnicodeInfo.GetUnicodeCategory(code) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);

    public static bool IsAlpha(int code) => CharUnicodeInfo.GetUnicodeCategory(code) <= UnicodeCategory.OtherLetter;

    public static bool IsDecimal(int code) => CharUnicodeInfo.GetUnicodeCategory(code) == UnicodeCategory.DecimalDigitNumber;

    public static bool IsDigit(int code) => IsDecimal(code) || CharUnicodeInfo.GetNumericValue(char.ConvertFromUtf32(NotSurrogate(code)), 0) is >= 0 and <= 9 and var value
        && value == Math.Floor(value) && IsSuperscriptOrCircled(code);

    public static bool IsNumeric(int code) => code > 0x7f ? CharUnicodeInfo.GetNumericValue(char.ConvertFromUtf32(NotSurrogate(code)), 0) >= 0 : code is >= '0' and <= '9';

    private static int NotSurrogate(int code) => code is >= 0xd800 and <= 0xdfff ? ' ' : code;

    private static bool IsSuperscriptOrCircled(int code) => code is 0xb2 or 0xb3 or 0xb9 or 0x2070 or >= 0x2074 and <= 0x2079 or >= 0x2080 and <= 0x2089
        or >= 0x2460 and <= 0x2468 or >= 0x2474 and <= 0x247c or >= 0x2488 and <= 0x2490;

    private static object All(string text, Func<int, bool> test)
    {
        for (var at = 0; at < text.Length; at += Points.WidthAt(text, at))
        {
            if (!test(CodeAt(text, at)))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static int CodeAt(string text, int at) => Points.WidthAt(text, at) == 2 ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];

    private static bool IsIdentifier(string text)
    {
        for (var at = 0; at < text.Length; at += Points.WidthAt(text, at))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(CodeAt(text, at));
            var isStart = text[at] == '_' || category is <= UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;
            var isPart = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
            if (!isStart && (at == 0 || !isPart))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>At least one letter that has case, and none of the other case.</summary>
    private static bool IsCased(string text, UnicodeCategory wanted)
    {
        var any = false;
        for (var at = 0; at < text.Length; at += Points.WidthAt(text, at))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(CodeAt(text, at));
            if (category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter && category != wanted)
            {
                return false;
            }

            any |= category == wanted;
        }

        return any;
    }

    private static bool IsTitle(string text)
    {
        var any = false;
        var wasCased = false;
        for (var at = 0; at < text.Length; at += Points.WidthAt(text, at))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(CodeAt(text, at));
            var isUpper = category is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
            var isLower = category == UnicodeCategory.LowercaseLetter;
            if ((isUpper && wasCased) || (isLower && !wasCased))
            {
                return false;
            }

            wasCased = isUpper || isLower;
            any |= wasCased;
        }

        return any;
    }
}
