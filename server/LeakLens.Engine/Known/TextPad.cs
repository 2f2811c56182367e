using System.Numerics;
using System.Text;

namespace LeakLens.Engine.Known;

/// <summary>Texts filled up, spread and translated.</summary>
internal static class TextPad
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("str.center", static call => Justify(call, static (missing, width) => (missing / 2) + (missing & width & 1))),
        ("str.ljust", static call => Justify(call, static (_, _) => 0)),
        ("str.rjust", static call => Justify(call, static (missing, _) => missing)),
        ("str.zfill", FillZeros),
        ("str.expandtabs", ExpandTabs),
        ("str.maketrans", MakeTable),
        ("str.translate", Translate),
        ("str.encode", static call => TextEncoding.Encode(call.Text, call.At(0, "encoding"), call.At(1, "errors"))),
    ];

    private static object? Justify(KnownCall call, Func<int, int, int> left)
    {
        if (call.SmallAt(0, -1) is not { } width || (call.At(1) ?? " ") is not string fill || Points.CodeOf(fill) is null || width > KnownLimits.LongestText)
        {
            return null;
        }

        var missing = width - Points.Count(call.Text);
        if (missing <= 0)
        {
            return call.Text;
        }

        var before = left(missing, width);
        return Times(fill, before) + call.Text + Times(fill, missing - before);
    }

    public static string Times(string text, int times) => text.Length == 1 ? new string(text[0], times) : new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static object? FillZeros(KnownCall call)
    {
        if (call.SmallAt(0, -1) is not { } width || width > KnownLimits.LongestText)
        {
            return null;
        }

        var text = call.Text;
        var missing = width - Points.Count(text);
        if (missing <= 0)
        {
            return text;
        }

        return text is ['+' or '-', ..] ? text[0] + new string('0', missing) + text[1..] : new string('0', missing) + text;
    }

    private static object? ExpandTabs(KnownCall call)
    {
        if (call.SmallAt(0, 8, "tabsize") is not { } size || size > 1000)
        {
            return null;
        }

        return call.Text.Contains('\t', StringComparison.Ordinal) ? ExpandTabs(call.Text, size) : call.Text;
    }

    /// <summary>Spaces up to the next column that is a multiple; null when the text gets too long.</summary>
    public static string? ExpandTabs(string text, int size)
    {
        var into = new StringBuilder();
        var column = 0;
        foreach (var unit in text)
        {
            var width = char.IsLowSurrogate(unit) ? 0 : unit != '\t' ? 1 : size > 0 ? size - (column % size) : 0;
            into.Append(unit == '\t' ? ' ' : unit, unit == '\t' ? width : 1);
            column = unit is '\n' or '\r' ? 0 : column + width;
            if (into.Length > KnownLimits.LongestText)
            {
                return null;
            }
        }

        return into.ToString();
    }

    private static object? MakeTable(KnownCall call)
    {
        var entries = new List<(object, object)>();
        if (call is { Count: 1 } && call.At(0) is KnownDict dict)
        {
            foreach (var (key, value) in dict.Entries)
            {
                entries.Add((key is string character && Points.CodeOf(character) is { } code ? new BigInteger(code) : key, value));
            }

            return new KnownDict(entries);
        }

        if (call.TextAt(0) is not { } from || call.TextAt(1) is not { } to || Points.Count(from) != Points.Count(to) || call.At(2) is not (null or string))
        {
            return null;
        }

        var targets = Points.Split(to);
        foreach (var character in Points.Split(from))
        {
            Put(entries, Code(character), Code(targets[entries.Count]));
        }

        foreach (var character in Points.Split(call.TextAt(2) ?? string.Empty))
        {
            Put(entries, Code(character), KnownNone.Instance);
        }

        return entries.Count == Points.Count(from) + Points.Count(call.TextAt(2) ?? string.Empty) ? new KnownDict(entries) : null;
    }

    private static BigInteger Code(string character) => Points.CodeOf(character) ?? 0;

    private static void Put(List<(object Key, object Value)> entries, BigInteger code, object value)
    {
        // A character given twice keeps its place and takes the later value: then the table is not followed.
        if (!entries.Exists(entry => code.Equals(entry.Key)))
        {
            entries.Add((code, value));
        }
    }

    private static object? Translate(KnownCall call)
    {
        if (call.At(0) is not KnownDict table)
        {
            return null;
        }

        var byCode = new Dictionary<BigInteger, object>();
        foreach (var (key, value) in table.Entries)
        {
            if (KnownCall.ToInt(key) is not { } code)
            {
                continue;
            }

            byCode[code] = value;
        }

        var into = new StringBuilder(call.Text.Length);
        foreach (var character in Points.Split(call.Text))
        {
            if (!byCode.TryGetValue(Code(character), out var next))
            {
                into.Append(character);
            }
            else if (Replacement(next) is { } text)
            {
                into.Append(text);
            }
            else
            {
                return null;
            }
        }

        return into.Length > KnownLimits.LongestText ? null : into.ToString();
    }

    private static string? Replacement(object value) => value switch
    {
        KnownNone => string.Empty,
        string text => text,
        _ => KnownCall.ToInt(value) is { } code ? Points.OfCode(code) : null,
    };
}
