using System.Globalization;
using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>The functions of <c>difflib</c> on known texts and sequences.</summary>
internal static class DifferenceFunctions
{
    /// <summary>Steps of one comparison: some milliseconds.</summary>
    private const long Steps = 400_000;

    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("difflib.SequenceMatcher", Make),
        ("difflib.SequenceMatcher.get_opcodes", static call => Ask(call, static matching => Grown([.. matching.Operations().Select(Operation)]))),
        ("difflib.SequenceMatcher.get_matching_blocks", static call => Ask(call, static matching => Grown([.. matching.Blocks.Select(static block => Numbers(block.First, block.Second, block.Size))]))),
        ("difflib.SequenceMatcher.ratio", static call => Ask(call, static matching => matching.Ratio())),
        ("difflib.get_close_matches", CloseMatches),
        ("difflib.unified_diff", UnifiedDifference),
    ];

    /// <summary>A SequenceMatcher. It keeps the very sequences that it was given.</summary>
    private sealed record Matcher(object First, object Second, SequenceMatching Matching) : KnownObject
    {
        public override string Type => "difflib.SequenceMatcher";

        public override IReadOnlyList<(string Name, object Value)> Holds => [("a", First), ("b", Second)];
    }

    private static object? Ask(KnownCall call, Func<SequenceMatching, object> question)
    {
        if (call.Self is not Matcher { Matching: var matching } || call.Count > 0)
        {
            return null;
        }

        var answer = question(matching);
        return matching.IsSpent ? null : answer;
    }

    private static Matcher? Make(KnownCall call)
    {
        var (first, second) = (call.At(1, "a") ?? string.Empty, call.At(2, "b") ?? string.Empty);
        return call.At(0, "isjunk") is null or KnownNone && (call.At(3, "autojunk") ?? true) is bool hasJunk && Compare(first, second, hasJunk, Steps, call.Work) is { } matching ? new Matcher(first, second, matching) : null;
    }

    /// <summary>A list that came to be item by item.</summary>
    private static KnownSequence Grown(IReadOnlyList<object> items) => new(isTuple: false, items, room: 0);

    private static SequenceMatching? Compare(object first, object second, bool hasJunk, long steps, WorkMeter work)
    {
        var numbers = new Dictionary<object, int>();
        return Number(first, numbers) is { } one && Number(second, numbers) is { } other ? new SequenceMatching(one, other, hasJunk, steps, work) : null;
    }

    private static int[]? Number(object sequence, Dictionary<object, int> numbers)
    {
        IEnumerable<object>? items = sequence switch
        {
            string { Length: <= KnownLimits.MostItems } text when Points.AreUnits(text) => text.Select(static one => (object)one),
            KnownSequence list when list.Items.All(static item => item is string) => list.Items,
            _ => null,
        };
        return items?.Select(item =>
        {
            if (!numbers.TryGetValue(item, out var number))
            {
                numbers.Add(item, number = numbers.Count);
            }

            return number;
        }).ToArray();
    }

    private static KnownSequence Operation((string Tag, int FirstStart, int FirstEnd, int SecondStart, int SecondEnd) step) =>
        KnownSequence.Tuple(step.Tag, new BigInteger(step.FirstStart), new BigInteger(step.FirstEnd), new BigInteger(step.SecondStart), new BigInteger(step.SecondEnd));

    private static KnownSequence Numbers(params int[] numbers) => KnownSequence.Tuple([.. numbers.Select(static number => (object)new BigInteger(number))]);

    private static object? CloseMatches(KnownCall call)
    {
        if (call.TextAt(0, "word") is not { } word || call.At(1, "possibilities") is not KnownSequence among || call.SmallAt(2, 3, "n") is not { } most || (call.At(3, "cutoff") is { } limit ? KnownCall.ToFloat(limit) : 0.6) is not { } cutoff)
        {
            return null;
        }

        // All of them together take no longer than one comparison may.
        var steps = Steps;
        var close = new List<(double Ratio, string Text)>();
        foreach (var one in among.Items)
        {
            if (one is not string text || Compare(text, word, hasJunk: true, steps, call.Work) is not { } matching || (matching.Ratio() is var ratio && matching.IsSpent))
            {
                return null;
            }

            steps = matching.StepsLeft - text.Length - word.Length;
            if (ratio >= cutoff)
            {
                close.Add((ratio, text));
            }
        }

        close.Sort(static (left, right) => left.Ratio != right.Ratio ? right.Ratio.CompareTo(left.Ratio) : string.CompareOrdinal(right.Text, left.Text));
        return Grown([.. close.Take(most).Select(static match => match.Text)]);
    }

    private static object? UnifiedDifference(KnownCall call)
    {
        if (call.At(0, "a") is not KnownSequence first || call.At(1, "b") is not KnownSequence second || call.SmallAt(6, 3, "n") is not { } around || (call.At(7, "lineterm") ?? "\n") is not string end
            || Compare(first, second, hasJunk: true, Steps, call.Work) is not { } matching)
        {
            return null;
        }

        var lines = new List<object>();
        foreach (var group in Grouped([.. matching.Operations()], around))
        {
            if (lines.Count == 0)
            {
                lines.Add(Heading("---", call.At(2, "fromfile"), call.At(4, "fromfiledate"), end));
                lines.Add(Heading("+++", call.At(3, "tofile"), call.At(5, "tofiledate"), end));
            }

            lines.Add($"@@ -{Span(group[0].FirstStart, group[^1].FirstEnd)} +{Span(group[0].SecondStart, group[^1].SecondEnd)} @@{end}");
            foreach (var (tag, firstStart, firstEnd, secondStart, secondEnd) in group)
            {
                lines.AddRange(Marked(first, firstStart, firstEnd, tag is "equal" ? " " : "-"));
                lines.AddRange(tag is "equal" ? [] : Marked(second, secondStart, secondEnd, "+"));
            }
        }

        return matching.IsSpent ? null : new KnownIterator(KnownSequence.List(lines));
    }

    private static IEnumerable<object> Marked(KnownSequence lines, int start, int end, string mark) => lines.Items.Skip(start).Take(end - start).Select(line => (object)(mark + line));

    private static string Heading(string mark, object? name, object? date, string end) => $"{mark} {name as string}{(date is string { Length: > 0 } given ? "\t" + given : string.Empty)}{end}";

    private static string Span(int start, int end) => (end - start) switch
    {
        1 => (start + 1).ToString(CultureInfo.InvariantCulture),
        0 => string.Create(CultureInfo.InvariantCulture, $"{start},0"),
        var length => string.Create(CultureInfo.InvariantCulture, $"{start + 1},{length}"),
    };

    /// <summary>The steps with so many equal items around them (get_grouped_opcodes).</summary>
    private static IEnumerable<List<(string Tag, int FirstStart, int FirstEnd, int SecondStart, int SecondEnd)>> Grouped(List<(string Tag, int FirstStart, int FirstEnd, int SecondStart, int SecondEnd)> steps, int around)
    {
        if (steps.Count == 0)
        {
            yield break;
        }

        if (steps[0] is ("equal", var firstStart, var firstEnd, var secondStart, var secondEnd))
        {
            steps[0] = ("equal", Math.Max(firstStart, firstEnd - around), firstEnd, Math.Max(secondStart, secondEnd - around), secondEnd);
        }

        if (steps[^1] is ("equal", var lastStart, var lastEnd, var otherStart, var otherEnd))
        {
            steps[^1] = ("equal", lastStart, Math.Min(lastEnd, lastStart + around), otherStart, Math.Min(otherEnd, otherStart + around));
        }

        var group = new List<(string Tag, int FirstStart, int FirstEnd, int SecondStart, int SecondEnd)>();
        foreach (var step in steps)
        {
            var (tag, i, iEnd, j, jEnd) = step;
            if (tag is "equal" && iEnd - i > 2 * around)
            {
                group.Add((tag, i, Math.Min(iEnd, i + around), j, Math.Min(jEnd, j + around)));
                yield return group;
                group = [];
                (i, j) = (Math.Max(i, iEnd - around), Math.Max(j, jEnd - around));
            }

            group.Add((tag, i, iEnd, j, jEnd));
        }

        if (group.Count > 0 && !(group.Count == 1 && group[0].Tag is "equal"))
        {
            yield return group;
        }
    }
}
