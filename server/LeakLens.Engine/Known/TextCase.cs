using System.Text;

namespace LeakLens.Engine.Known;

/// <summary>
/// Upper and lower case. Letters that become several, or whose case depends on their neighbours (ß, final sigma, ligatures,
/// dotted I), are not followed.
/// </summary>
internal static class TextCase
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("str.upper", static call => Map(call.Text, static (rune, _) => Rune.ToUpperInvariant(rune))),
        ("str.lower", static call => Map(call.Text, static (rune, _) => Rune.ToLowerInvariant(rune))),
        ("str.casefold", static call => Map(call.Text, static (rune, _) => Rune.ToLowerInvariant(rune))),
        ("str.swapcase", static call => Map(call.Text, static (rune, _) => Rune.IsUpper(rune) ? Rune.ToLowerInvariant(rune) : Rune.ToUpperInvariant(rune))),
        ("str.capitalize", static call => Map(call.Text, static (rune, before) => before.Value == 0 ? Rune.ToUpperInvariant(rune) : Rune.ToLowerInvariant(rune))),
        ("str.title", static call => Map(call.Text, static (rune, before) => IsCased(before) ? Rune.ToLowerInvariant(rune) : Rune.ToUpperInvariant(rune))),
    ];

    private static bool IsCased(Rune rune) => Rune.IsUpper(rune) || Rune.IsLower(rune);

    /// <summary>Each character by itself and the one before it. Always a new text, as in CPython.</summary>
    private static string? Map(string text, Func<Rune, Rune, Rune> map)
    {
        var mapped = new StringBuilder(text.Length);
        var before = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsSimple(rune.Value))
            {
                return null;
            }

            mapped.Append(map(rune, before).ToString());
            before = rune;
        }

        return mapped.ToString();
    }

    /// <summary>One upper case letter, one lower case letter, both always the same, in every version of Unicode that matters.</summary>
    private static bool IsSimple(int code) => code switch
    {
        < 0x80 => true,
        < 0x100 => code is not (0xaa or 0xb5 or 0xba or 0xdf),
        < 0x130 => true,
        >= 0x139 and <= 0x148 or >= 0x14a and <= 0x17e => true,
        >= 0x391 and <= 0x3a1 or >= 0x3b1 and <= 0x3c1 or >= 0x3c4 and <= 0x3c9 => true,
        >= 0x386 and <= 0x38f or >= 0x3ac and <= 0x3af => true,
        >= 0x400 and <= 0x45f => true,
        >= 0x5d0 and <= 0x5ea or >= 0x620 and <= 0x66f => true,
        >= 0x2010 and <= 0x2027 or >= 0x20a0 and <= 0x20bf or >= 0x2190 and <= 0x22ff or >= 0x2500 and <= 0x27bf => true,
        >= 0x3000 and <= 0x30ff or >= 0x4e00 and <= 0x9fef or >= 0xac00 and <= 0xd7a3 => true,
        >= 0x1f300 and <= 0x1f64f or >= 0x1f680 and <= 0x1f6c5 or >= 0x1f900 and <= 0x1f9ff => true,
        _ => false,
    };
}
