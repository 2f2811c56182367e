using System.Globalization;
using System.Numerics;
using System.Text;

namespace LeakLens.Engine.Known;

/// <summary>unicodedata, of ASCII: what lies beyond depends on the version of Unicode that an interpreter was built with.</summary>
internal static class CharacterData
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("unicodedata.normalize", static call => call.TextAt(1) is { } text && Ascii.IsValid(text) && call.TextAt(0) is "NFC" or "NFD" or "NFKC" or "NFKD" ? call.TextAt(1) : null),
        ("unicodedata.is_normalized", static call => call.TextAt(1) is { } text && Ascii.IsValid(text) ? true : null),
        ("unicodedata.combining", static call => IsAsciiCharacter(call) ? BigInteger.Zero : null),
        ("unicodedata.category", static call => IsAsciiCharacter(call) && call.TextAt(0) is { } text ? CategoryOf(text[0]) : null),
    ];

    private static bool IsAsciiCharacter(KnownCall call) => call is { Count: 1 } && call.TextAt(0) is { Length: 1 } text && Ascii.IsValid(text);

    /// <summary>The two letters of a general category (Unicode Standard, table 4-4) that characters of ASCII have.</summary>
    private static string? CategoryOf(char character) => CharUnicodeInfo.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.UppercaseLetter => "Lu",
        UnicodeCategory.LowercaseLetter => "Ll",
        UnicodeCategory.DecimalDigitNumber => "Nd",
        UnicodeCategory.SpaceSeparator => "Zs",
        UnicodeCategory.Control => "Cc",
        UnicodeCategory.ConnectorPunctuation => "Pc",
        UnicodeCategory.DashPunctuation => "Pd",
        UnicodeCategory.OpenPunctuation => "Ps",
        UnicodeCategory.ClosePunctuation => "Pe",
        UnicodeCategory.OtherPunctuation => "Po",
        UnicodeCategory.MathSymbol => "Sm",
        UnicodeCategory.CurrencySymbol => "Sc",
        UnicodeCategory.ModifierSymbol => "Sk",
        _ => null,
    };
}
