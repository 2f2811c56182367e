using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>Where a text is in another, how often, and what takes its place.</summary>
internal static class TextSearch
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("str.find", static call => Find(call, isLast: false)),
        ("str.rfind", static call => Find(call, isLast: true)),
        ("str.index", static call => OrRaise(Find(call, isLast: false))),
        ("str.rindex", static call => OrRaise(Find(call, isLast: true))),
        ("str.count", Count),
        ("str.startswith", static call => Matches(call, isEnd: false)),
        ("str.endswith", static call => Matches(call, isEnd: true)),
        ("str.replace", Replace),
        ("str.removeprefix", static call => call.TextAt(0) is not { } prefix ? null : call.Text.StartsWith(prefix, StringComparison.Ordinal) && prefix.Length > 0 ? call.Text[prefix.Length..] : call.Text),
        ("str.removesuffix", static call => call.TextAt(0) is not { } suffix ? null : call.Text.EndsWith(suffix, StringComparison.Ordinal) && suffix.Length > 0 ? call.Text[..^suffix.Length] : call.Text),
    ];

    /// <summary>The stretch of a text that the arguments from <paramref name="index"/> on mean, in units; null when they are no numbers.</summary>
    private static (int Start, int End)? StretchOf(KnownCall call, int index)
    {
        var text = call.Text;
        if (Slicing.Stretch(call.At(index), call.At(index + 1), Points.Count(text)) is not { } stretch)
        {
            return null;
        }

        return stretch.Start > Points.Count(text) ? (text.Length + 1, 0) : (Points.ToUnit(text, stretch.Start), Points.ToUnit(text, stretch.End));
    }

    private static object? Find(KnownCall call, bool isLast)
    {
        if (call.TextAt(0) is not { } part || StretchOf(call, 1) is not { } stretch)
        {
            return null;
        }

        if (stretch.Start > stretch.End)
        {
            return BigInteger.MinusOne;
        }

        var within = call.Text.AsSpan(stretch.Start, stretch.End - stretch.Start);
        var at = isLast ? within.LastIndexOf(part, StringComparison.Ordinal) : within.IndexOf(part, StringComparison.Ordinal);
        return at < 0 ? BigInteger.MinusOne : new BigInteger(Points.ToPoint(call.Text, stretch.Start + at));
    }

    private static object? OrRaise(object? found) => found is BigInteger { Sign: < 0 } ? new KnownError("ValueError", "substring not found") : found;

    private static object? Count(KnownCall call)
    {
        if (call.TextAt(0) is not { } part || StretchOf(call, 1) is not { } stretch)
        {
            return null;
        }

        if (stretch.Start > stretch.End)
        {
            return BigInteger.Zero;
        }

        var within = call.Text[stretch.Start..stretch.End];
        return new BigInteger(part.Length == 0 ? Points.Count(within) + 1 : within.AsSpan().Count(part));
    }

    private static object? Matches(KnownCall call, bool isEnd)
    {
        if (StretchOf(call, 1) is not { } stretch)
        {
            return null;
        }

        switch (call.At(0))
        {
            case string part:
                return MatchesOne(call.Text, stretch, part, isEnd);
            case KnownSequence { IsTuple: true } parts when parts.Items.All(static item => item is string):
                return parts.Items.Any(part => MatchesOne(call.Text, stretch, (string)part, isEnd));
            default:
                return null;
        }
    }

    private static bool MatchesOne(string text, (int Start, int End) stretch, string part, bool isEnd)
    {
        if (stretch.Start > stretch.End)
        {
            return false;
        }

        var within = text.AsSpan(stretch.Start, stretch.End - stretch.Start);
        return isEnd ? within.EndsWith(part, StringComparison.Ordinal) : within.StartsWith(part, StringComparison.Ordinal);
    }

    private static object? Replace(KnownCall call)
    {
        if (call.TextAt(0) is not { } old || call.TextAt(1) is not { } next || call.SmallAt(2, -1) is not { } most)
        {
            return null;
        }

        var text = call.Text;
        var places = old.Length == 0 ? Points.Count(text) + 1 : text.AsSpan().Count(old);
        var times = most < 0 ? places : Math.Min(places, most);
        if (times == 0 || string.Equals(old, next, StringComparison.Ordinal))
        {
            return text;
        }

        return text.Length + ((long)times * (next.Length - old.Length)) > KnownLimits.LongestText ? null : Replace(text, old, next, times);
    }

    private static string Replace(string text, string old, string next, int times)
    {
        var into = new System.Text.StringBuilder();
        var from = 0;
        for (var i = 0; i < times; i++)
        {
            var at = old.Length > 0 ? text.IndexOf(old, from, StringComparison.Ordinal) : i == 0 ? 0 : from + Points.WidthAt(text, from);
            into.Append(text, from, at - from).Append(next);
            from = at + old.Length;
        }

        return into.Append(text, from, text.Length - from).ToString();
    }
}
