using System.Runtime.InteropServices;
using System.Text;

namespace LeakLens.Python.Unicode;

/// <summary>
/// Normal form KC, which decides whether two identifiers are the same (PEP 3131). .NET has it too, but not in the invariant culture
/// that the process runs in. The algorithm is that of Unicode's annex 15.
/// </summary>
internal static class CompatibilityForm
{
    private const int HangulBase = 0xAC00;
    private const int HangulCount = 11172;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TailCount = 28;

    private static readonly Lazy<UnicodeData> Data = new(() => new UnicodeData());

    public static string Normalize(string text)
    {
        var data = Data.Value;
        var codes = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(data, rune.Value, codes);
        }

        Reorder(data, codes);
        Compose(data, codes);
        var builder = new StringBuilder(codes.Count);
        foreach (var code in codes)
        {
            builder.Append(new Rune(code));
        }

        return builder.ToString();
    }

    private static void Decompose(UnicodeData data, int code, List<int> output)
    {
        var hangul = code - HangulBase;
        if (hangul is >= 0 and < HangulCount)
        {
            output.Add(LeadBase + (hangul / (VowelCount * TailCount)));
            output.Add(VowelBase + (hangul % (VowelCount * TailCount) / TailCount));
            if (hangul % TailCount != 0)
            {
                output.Add(TailBase + (hangul % TailCount));
            }
        }
        else if (data.Decompositions.TryGetValue(code, out var parts))
        {
            output.AddRange(parts);
        }
        else
        {
            output.Add(code);
        }
    }

    /// <summary>Marks on one letter stand in the order of their classes; those of one class keep theirs.</summary>
    private static void Reorder(UnicodeData data, List<int> codes)
    {
        for (var start = 0; start < codes.Count; start++)
        {
            var end = start;
            while (end < codes.Count && data.GetClass(codes[end]) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var marks = codes.GetRange(start, end - start).OrderBy(data.GetClass).ToArray();
                marks.CopyTo(CollectionsMarshal.AsSpan(codes)[start..]);
            }

            start = Math.Max(start, end);
        }
    }

    private static void Compose(UnicodeData data, List<int> codes)
    {
        var starter = -1;
        var lastClass = 0;
        var length = 0;
        for (var i = 0; i < codes.Count; i++)
        {
            var code = codes[i];
            var own = data.GetClass(code);
            var isBlocked = starter < 0 || (length - 1 > starter && lastClass >= own);
            if (!isBlocked && TryCompose(data, codes[starter], code) is { } composed)
            {
                codes[starter] = composed;
                continue;
            }

            if (own == 0)
            {
                starter = length;
            }

            lastClass = own;
            codes[length++] = code;
        }

        codes.RemoveRange(length, codes.Count - length);
    }

    private static int? TryCompose(UnicodeData data, int first, int second)
    {
        if (first - LeadBase is >= 0 and < LeadCount && second - VowelBase is >= 0 and < VowelCount)
        {
            return HangulBase + ((((first - LeadBase) * VowelCount) + second - VowelBase) * TailCount);
        }

        var syllable = first - HangulBase;
        if (syllable is >= 0 and < HangulCount && syllable % TailCount == 0 && second - TailBase is > 0 and < TailCount)
        {
            return first + second - TailBase;
        }

        return data.Compositions.TryGetValue((first, second), out var composed) ? composed : null;
    }
}
