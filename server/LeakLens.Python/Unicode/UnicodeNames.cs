using System.Buffers.Binary;
using System.Globalization;

namespace LeakLens.Python.Unicode;

/// <summary>
/// The characters that <c>\N{...}</c> names, aliases included. The table holds hashes of the names, so that a wrong name is taken for
/// a right one once in 100,000 times; names that follow a rule are computed.
/// </summary>
internal static class UnicodeNames
{
    private const int RowSize = 7;
    private const int MaxLength = 128;

    private static readonly string[] Ideographs =
    [
        "CJK UNIFIED IDEOGRAPH-", "CJK COMPATIBILITY IDEOGRAPH-", "TANGUT IDEOGRAPH-", "NUSHU CHARACTER-", "KHITAN SMALL SCRIPT CHARACTER-",
    ];

    private static readonly string[] Leads = ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];
    private static readonly string[] Vowels = ["A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"];
    private static readonly string[] Tails =
    [
        "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H",
    ];

    private static readonly Lazy<byte[]> Table = new(() => UnicodeData.Unpack(UnicodeTables.Names));

    public static bool TryFind(ReadOnlySpan<char> name, out int code)
    {
        code = 0;
        if (name.Length is 0 or > MaxLength)
        {
            return false;
        }

        Span<char> upper = stackalloc char[MaxLength];
        upper = upper[..name.ToUpperInvariant(upper)];
        return TryFindRow(Hash(upper), out code) || TryComputeIdeograph(upper, out code) || TryComputeHangul(upper, out code);
    }

    private static uint Hash(ReadOnlySpan<char> name)
    {
        var hash = 0x811C9DC5u;
        foreach (var c in name)
        {
            hash = (hash ^ c) * 0x01000193u;
        }

        return hash;
    }

    private static bool TryFindRow(uint hash, out int code)
    {
        var table = Table.Value.AsSpan();
        var count = table.Length / RowSize;
        var low = 0;
        var high = count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = BinaryPrimitives.ReadUInt32LittleEndian(table[(middle * 4)..]);
            if (found == hash)
            {
                var row = table.Slice((count * 4) + (middle * 3), 3);
                code = row[0] | (row[1] << 8) | (row[2] << 16);
                return true;
            }

            (low, high) = found < hash ? (middle + 1, high) : (low, middle - 1);
        }

        code = 0;
        return false;
    }

    private static bool TryComputeIdeograph(ReadOnlySpan<char> name, out int code)
    {
        code = 0;
        foreach (var prefix in Ideographs)
        {
            if (name.StartsWith(prefix))
            {
                return int.TryParse(name[prefix.Length..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code)
                    && code is >= 0x3400 and <= 0x10FFFF && CharUnicodeInfo.GetUnicodeCategory(code) == UnicodeCategory.OtherLetter;
            }
        }

        return false;
    }

    private static bool TryComputeHangul(ReadOnlySpan<char> name, out int code)
    {
        code = 0;
        const string Prefix = "HANGUL SYLLABLE ";
        if (!name.StartsWith(Prefix))
        {
            return false;
        }

        var rest = name[Prefix.Length..];
        var lead = TakeLongest(ref rest, Leads);
        var vowel = TakeLongest(ref rest, Vowels);
        var tail = TakeLongest(ref rest, Tails);
        code = 0xAC00 + (((lead * Vowels.Length) + vowel) * Tails.Length) + tail;
        return lead >= 0 && vowel >= 0 && tail >= 0 && rest.IsEmpty;
    }

    private static int TakeLongest(ref ReadOnlySpan<char> text, string[] parts)
    {
        var best = -1;
        for (var i = 0; i < parts.Length; i++)
        {
            if (text.StartsWith(parts[i]) && (best < 0 || parts[i].Length > parts[best].Length))
            {
                best = i;
            }
        }

        text = best < 0 ? text : text[parts[best].Length..];
        return best;
    }
}
