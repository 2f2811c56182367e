using LeakLens.Engine.Known.Patterns.Backtracking;

namespace LeakLens.Engine.Known.Patterns;

/// <summary>A compiled pattern.</summary>
internal sealed record KnownPattern : KnownObject
{
    /// <summary>Steps of one call: some milliseconds.</summary>
    private const int Steps = 400_000;

    private readonly PatternInstruction[] _program;
    private readonly int _registers;

    private KnownPattern(string text, PatternFlags flags, PatternInstruction[] program, int registers, int groups, IReadOnlyDictionary<string, int> names)
    {
        Text = text;
        Flags = flags;
        _program = program;
        _registers = registers;
        Groups = groups;
        Names = names;
    }

    public override string Type => "re.Pattern";

    public string Text { get; }

    public PatternFlags Flags { get; }

    public int Groups { get; }

    public IReadOnlyDictionary<string, int> Names { get; }

    /// <summary>Null when the pattern is wrong, or not followed.</summary>
    public static KnownPattern? Of(string text, PatternFlags flags) =>
        text.Length <= KnownLimits.MostBits && PatternParser.Parse(text, flags) is { } parsed && PatternCompiler.Compile(parsed.Root, parsed.Groups) is { } compiled
            ? new KnownPattern(text, flags, compiled.Program, compiled.Registers, parsed.Groups, parsed.Names)
            : null;

    /// <summary>The matches in a stretch of a text, one behind the other; null when that takes too long.</summary>
    public List<KnownMatch>? FindAll(string text, int start, int end, int most, WorkMeter work)
    {
        var matcher = new PatternMatcher(_program, _registers, text, end, Steps);
        var found = new List<KnownMatch>();
        var isNotEmpty = false;
        while (found.Count < most && start <= end)
        {
            if (Search(matcher, text, start, end, isNotEmpty) is not { } match)
            {
                break;
            }

            found.Add(match);
            start = match.End(0);
            isNotEmpty = match.Start(0) == start;
            if (found.Count > KnownLimits.MostItems)
            {
                Count(matcher, work);
                return null;
            }
        }

        Count(matcher, work);
        return matcher.IsSpent ? null : found;
    }

    /// <summary>The first match from a place on; <paramref name="isKnown"/> tells whether that could be found out.</summary>
    public KnownMatch? FindNext(string text, int start, int end, bool isNotEmpty, WorkMeter work, out bool isKnown)
    {
        var matcher = new PatternMatcher(_program, _registers, text, end, Steps);
        var match = Search(matcher, text, start, end, isNotEmpty);
        Count(matcher, work);
        isKnown = !matcher.IsSpent;
        return match;
    }

    /// <summary>A match at the start of the stretch; <paramref name="isKnown"/> tells whether that could be found out.</summary>
    public KnownMatch? MatchAt(string text, int start, int end, bool isWhole, WorkMeter work, out bool isKnown)
    {
        var matcher = new PatternMatcher(_program, _registers, text, end, Steps);
        var registers = matcher.MatchAt(start, isWhole, isNotEmpty: false);
        Count(matcher, work);
        isKnown = !matcher.IsSpent;
        return registers is null ? null : new KnownMatch(this, text, registers);
    }

    /// <summary>How many steps it takes to find the first match, or that there is none; the budget when that is not enough.</summary>
    public int StepsOf(string text, PatternUse use, int budget)
    {
        var matcher = new PatternMatcher(_program, _registers, text, text.Length, budget);
        for (var start = 0; start <= text.Length && !matcher.IsSpent; start++)
        {
            if (matcher.MatchAt(start, use is PatternUse.FullMatch, isNotEmpty: false) is not null || use is not PatternUse.Search)
            {
                break;
            }
        }

        return matcher.IsSpent ? budget : budget - matcher.StepsLeft;
    }

    private static void Count(PatternMatcher matcher, WorkMeter work) => work.Add(Steps - matcher.StepsLeft, WorkMeter.OfSearch);

    private KnownMatch? Search(PatternMatcher matcher, string text, int start, int end, bool isNotEmpty)
    {
        for (var at = start; at <= end && !matcher.IsSpent; at++)
        {
            if (matcher.MatchAt(at, isWhole: false, isNotEmpty && at == start) is { } registers)
            {
                return new KnownMatch(this, text, registers);
            }
        }

        return null;
    }
}
