namespace LeakLens.Engine.Known;

/// <summary><c>textwrap</c> on known texts (Lib/textwrap.py).</summary>
internal static class TextWrapping
{
    private const int StandardWidth = 70;

    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("textwrap.wrap", static call => Wrap(call) is { } lines ? KnownSequence.List([.. lines]) : null),
        ("textwrap.fill", static call => Wrap(call) is { } lines ? string.Join('\n', lines) : null),
        ("textwrap.shorten", Shorten),
        ("textwrap.indent", static call => call is { Count: 2 } && call.TextAt(0, "text") is { } text && call.TextAt(1, "prefix") is { } prefix ? Indent(text, prefix) : null),
        ("textwrap.dedent", static call => call.TextAt(0, "text") is { } text ? Dedent(text, call.Work) : null),
    ];

    private static List<string>? Wrap(KnownCall call)
    {
        if (call.TextAt(0, "text") is not { } text || call.SmallAt(1, StandardWidth, "width") is not ({ } width and > 0) || !Points.AreUnits(text)
            || call.Named.Any(static option => option.Name is not ("text" or "width" or "initial_indent" or "subsequent_indent")))
        {
            return null;
        }

        call.Work.Add(text.Length, 2 * WorkMeter.OfCharacter);
        var first = call.TextAt(int.MaxValue, "initial_indent") ?? string.Empty;
        var later = call.TextAt(int.MaxValue, "subsequent_indent") ?? string.Empty;
        return TextPad.ExpandTabs(text, TabSize) is { } plain ? Fill(Chunks(plain), width, first, later) : null;
    }

    /// <summary>TextWrapper.tabsize.</summary>
    private const int TabSize = 8;

    /// <summary>Words and the space between them, the last on top.</summary>
    private static Stack<string> Chunks(string text)
    {
        var plain = string.Concat(text.Select(static unit => IsSpace(unit) ? ' ' : unit));
        var chunks = new List<string>();
        for (var start = 0; start < plain.Length;)
        {
            var end = EndOfChunk(plain, start);
            chunks.Add(plain[start..end]);
            start = end;
        }

        chunks.Reverse();
        return new Stack<string>(chunks);
    }

    /// <summary>TextWrapper.wordsep_re: space, a dash between words, or a word up to the next place where it may be broken.</summary>
    private static int EndOfChunk(string text, int start)
    {
        var end = start;
        if (text[start] == ' ')
        {
            while (end < text.Length && text[end] == ' ')
            {
                end++;
            }

            return end;
        }

        if (EndOfDash(text, start) is { } behind)
        {
            return behind;
        }

        for (end = start + 1; end < text.Length; end++)
        {
            if (IsHyphen(text, end))
            {
                return end + 1;
            }

            if (text[end] == ' ' || EndOfDash(text, end) is not null)
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Behind a dash of two or more hyphens between words that begins here.</summary>
    private static int? EndOfDash(string text, int at)
    {
        if (text[at] != '-' || at == 0 || !(IsWord(text[at - 1]) || "!\"'&.,?".Contains(text[at - 1], StringComparison.Ordinal)))
        {
            return null;
        }

        var end = at;
        while (end < text.Length && text[end] == '-')
        {
            end++;
        }

        return end - at >= 2 && end < text.Length && IsWord(text[end]) ? end : null;
    }

    /// <summary>A hyphen inside a word, with two letters or "x-y" before it, and letters behind it.</summary>
    private static bool IsHyphen(string text, int at)
    {
        if (text[at] != '-' || at + 2 >= text.Length || !IsLetter(text, at + 1) || !(IsLetter(text, at + 2) || (text[at + 2] == '-' && IsLetter(text, at + 3))))
        {
            return false;
        }

        return IsLetter(text, at - 1) && (IsLetter(text, at - 2) || (at >= 3 && text[at - 2] == '-' && IsLetter(text, at - 3)));
    }

    private static bool IsSpace(char unit) => unit is '\t' or '\n' or '\v' or '\f' or '\r' or ' ';

    private static bool IsWord(char unit) => char.IsLetterOrDigit(unit) || unit == '_';

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && IsWord(text[at]) && !char.IsDigit(text[at]);

    private static List<string> Fill(Stack<string> chunks, int width, string first, string later)
    {
        var lines = new List<string>();
        while (chunks.Count > 0)
        {
            var indent = lines.Count > 0 ? later : first;
            var room = width - indent.Length;
            if (lines.Count > 0 && IsBlank(chunks.Peek()))
            {
                chunks.Pop();
            }

            var line = TakeLine(chunks, room);
            if (line.Count > 0 && IsBlank(line[^1]))
            {
                line.RemoveAt(line.Count - 1);
            }

            if (line.Count > 0)
            {
                lines.Add(indent + string.Concat(line));
            }
        }

        return lines;
    }

    private static List<string> TakeLine(Stack<string> chunks, int room)
    {
        var line = new List<string>();
        var length = 0;
        while (chunks.TryPeek(out var chunk) && length + chunk.Length <= room)
        {
            line.Add(chunks.Pop());
            length += chunk.Length;
        }

        if (chunks.TryPeek(out var rest) && rest.Length > room)
        {
            chunks.Pop();
            var left = room < 1 ? 1 : room - length;
            var hyphen = rest.Length > left && left > 0 ? rest.LastIndexOf('-', left - 1) : -1;
            var end = hyphen > 0 && rest.AsSpan(0, hyphen).ContainsAnyExcept('-') ? hyphen + 1 : left;
            line.Add(rest[..end]);
            chunks.Push(rest[end..]);
        }

        return line;
    }

    private static string? Shorten(KnownCall call)
    {
        if (call.TextAt(0, "text") is not { } text || call.SmallAt(1, StandardWidth, "width") is not ({ } width and > 0) || !Points.AreUnits(text)
            || call.Named.Any(static option => option.Name is not ("text" or "width" or "placeholder")))
        {
            return null;
        }

        var mark = call.TextAt(int.MaxValue, "placeholder") ?? " [...]";
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length <= width)
        {
            return text;
        }

        if (mark.TrimStart().Length > width)
        {
            return null;
        }

        var line = TakeLine(Chunks(text), width);
        var length = line.Sum(static chunk => chunk.Length);
        while (line.Count > 0 && (IsBlank(line[^1]) || length + mark.Length > width))
        {
            length -= line[^1].Length;
            line.RemoveAt(line.Count - 1);
        }

        return line.Count > 0 ? string.Concat(line) + mark : mark.TrimStart();
    }

    private static string Indent(string text, string prefix) =>
        string.Concat(LinesOf(text).Select(line => IsBlank(line) ? line : prefix + line));

    private static string Dedent(string text, WorkMeter work)
    {
        work.Add(text.Length, WorkMeter.OfCharacter);
        var lines = LinesOf(text).Select(static line => IsBlank(line) ? line.EndsWith('\n') ? "\n" : string.Empty : line).ToList();
        string? margin = null;
        foreach (var line in lines.Where(static line => !IsBlank(line)))
        {
            var own = line[..(line.Length - line.AsSpan().TrimStart([' ', '\t']).Length)];
            margin = margin is null ? own : margin[..margin.AsSpan().CommonPrefixLength(own)];
        }

        return string.Concat(lines.Select(line => IsBlank(line) ? line : line[(margin?.Length ?? 0)..]));
    }

    private static IEnumerable<string> LinesOf(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            yield return text[start..end];
            start = end;
        }
    }

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);
}
