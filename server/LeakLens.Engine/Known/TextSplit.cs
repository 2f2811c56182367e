namespace LeakLens.Engine.Known;

/// <summary>Texts taken apart and put together. A piece that is the whole text is the very same object, as in CPython.</summary>
internal static class TextSplit
{
    private const int RoomForPieces = 12;

    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("str.split", static call => Split(call, isRight: false)),
        ("str.rsplit", static call => Split(call, isRight: true)),
        ("str.splitlines", SplitLines),
        ("str.partition", static call => Partition(call, isRight: false)),
        ("str.rpartition", static call => Partition(call, isRight: true)),
        ("str.join", Join),
        ("str.strip", static call => Strip(call, atStart: true, atEnd: true)),
        ("str.lstrip", static call => Strip(call, atStart: true, atEnd: false)),
        ("str.rstrip", static call => Strip(call, atStart: false, atEnd: true)),
    ];

    private static object? Split(KnownCall call, bool isRight)
    {
        var separator = call.At(0, "sep");
        if (call.SmallAt(1, -1, "maxsplit") is not { } most)
        {
            return null;
        }

        most = most < 0 ? int.MaxValue : most;
        return separator switch
        {
            null or KnownNone => Pieces(SplitAtSpace(call.Text, most, isRight), most),
            string { Length: 0 } => new KnownError("ValueError", "empty separator"),
            string mark => Pieces(SplitAt(call.Text, mark, most, isRight), most),
            _ => null,
        };
    }

    /// <summary>PREALLOC_SIZE of Objects/stringlib/split.h.</summary>
    private static KnownSequence? Pieces(List<object>? pieces, int most) =>
        pieces is null ? null : new KnownSequence(isTuple: false, pieces, most >= RoomForPieces ? RoomForPieces : most + 1);

    private static List<object>? SplitAt(string text, string mark, int most, bool isRight)
    {
        var pieces = new List<object>();
        var (start, end) = (0, text.Length);
        while (pieces.Count < most)
        {
            var rest = text.AsSpan(start, end - start);
            var at = isRight ? rest.LastIndexOf(mark, StringComparison.Ordinal) : rest.IndexOf(mark, StringComparison.Ordinal);
            if (at < 0)
            {
                break;
            }

            pieces.Add(isRight ? text[(at + mark.Length)..end] : text.Substring(start, at));
            (start, end) = isRight ? (start, at) : (start + at + mark.Length, end);
            if (pieces.Count > KnownLimits.MostItems)
            {
                return null;
            }
        }

        pieces.Add(start == 0 && end == text.Length ? text : text[start..end]);
        if (isRight)
        {
            pieces.Reverse();
        }

        return pieces;
    }

    private static List<object>? SplitAtSpace(string text, int most, bool isRight)
    {
        var pieces = new List<object>();
        var (start, end) = (0, text.Length);
        while (true)
        {
            (start, end) = isRight ? (start, SkipBack(text, end, isSpace: true)) : (Skip(text, start, isSpace: true), end);
            if (start >= end)
            {
                break;
            }

            if (pieces.Count == most)
            {
                pieces.Add(isRight ? text[..end] : text[start..]);
                break;
            }

            var stop = isRight ? SkipBack(text, end, isSpace: false) : Skip(text, start, isSpace: false);
            pieces.Add(isRight ? text[stop..end] : text[start..stop]);
            (start, end) = isRight ? (start, stop) : (stop, end);
            if (pieces.Count > KnownLimits.MostItems)
            {
                return null;
            }
        }

        if (isRight)
        {
            pieces.Reverse();
        }

        return pieces is [string only] && only.Length == text.Length ? [text] : pieces;
    }

    private static int Skip(string text, int at, bool isSpace)
    {
        while (at < text.Length && TextTests.IsSpace(text[at]) == isSpace)
        {
            at++;
        }

        return at;
    }

    private static int SkipBack(string text, int end, bool isSpace)
    {
        while (end > 0 && TextTests.IsSpace(text[end - 1]) == isSpace)
        {
            end--;
        }

        return end;
    }

    private static object? SplitLines(KnownCall call)
    {
        var text = call.Text;
        var keeps = call.At(0, "keepends") is { } given && KnownComparison.IsTrue(given) == true;
        var pieces = new List<object>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !IsLineEnd(text[end]))
            {
                end++;
            }

            var next = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : Math.Min(text.Length, end + 1);
            var piece = text[start..(keeps ? next : end)];
            pieces.Add(piece.Length == text.Length ? text : piece);
            start = next;
            if (pieces.Count > KnownLimits.MostItems)
            {
                return null;
            }
        }

        return new KnownSequence(isTuple: false, pieces, room: 0);
    }

    private static bool IsLineEnd(char unit) => unit is '\n' or '\r' or '\v' or '\f' or '\x1c' or '\x1d' or '\x1e' or '\x85' or '\u2028' or '\u2029';

    private static object? Partition(KnownCall call, bool isRight)
    {
        if (call.TextAt(0) is not { } mark)
        {
            return null;
        }

        if (mark.Length == 0)
        {
            return new KnownError("ValueError", "empty separator");
        }

        var text = call.Text;
        var at = isRight ? text.LastIndexOf(mark, StringComparison.Ordinal) : text.IndexOf(mark, StringComparison.Ordinal);
        return at >= 0 ? KnownSequence.Tuple(text[..at], mark, text[(at + mark.Length)..])
            : isRight ? KnownSequence.Tuple(string.Empty, string.Empty, text)
            : KnownSequence.Tuple(text, string.Empty, string.Empty);
    }

    private static object? Join(KnownCall call)
    {
        var pieces = call.At(0) switch
        {
            KnownSequence sequence => sequence.Items,
            string text => [.. Points.Split(text)],
            KnownDict dict => [.. dict.Entries.Select(static entry => entry.Key)],
            _ => null,
        };
        if (pieces is null || !pieces.All(static piece => piece is string))
        {
            return null;
        }

        var length = pieces.Sum(static piece => (long)((string)piece).Length) + ((long)call.Text.Length * pieces.Count);
        return pieces.Count == 1 ? pieces[0] : length > KnownLimits.LongestText ? null : string.Join(call.Text, pieces);
    }

    private static object? Strip(KnownCall call, bool atStart, bool atEnd)
    {
        var characters = call.At(0);
        if (characters is not (null or KnownNone or string))
        {
            return null;
        }

        var text = call.Text;
        var set = characters as string;
        if (set is not null && !Points.AreUnits(set))
        {
            return null;
        }

        var (start, end) = (0, text.Length);
        while (atStart && start < end && IsStripped(text[start], set))
        {
            start++;
        }

        while (atEnd && end > start && IsStripped(text[end - 1], set))
        {
            end--;
        }

        return start == 0 && end == text.Length ? text : text[start..end];
    }

    private static bool IsStripped(char unit, string? set) => set is null ? TextTests.IsSpace(unit) : set.Contains(unit, StringComparison.Ordinal);
}
