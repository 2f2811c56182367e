namespace LeakLens.Engine.Known.Patterns;

/// <summary>Which characters one place of a pattern takes.</summary>
internal sealed class CharacterSet
{
    private readonly List<(char First, char Last)> _ranges = [];
    private readonly List<char> _classes = [];
    private readonly PatternFlags _flags;

    public CharacterSet(PatternFlags flags)
    {
        _flags = flags;
    }

    public bool IsNegated { get; set; }

    public static CharacterSet Of(char unit, PatternFlags flags)
    {
        var set = new CharacterSet(flags);
        set.Add(unit, unit);
        return set;
    }

    public static CharacterSet OfClass(char name, PatternFlags flags)
    {
        var set = new CharacterSet(flags);
        set.AddClass(name);
        return set;
    }

    /// <summary>A choice between single characters is one set, as CPython's parser makes it; null when a way is more than that, or the opposite of a set.</summary>
    public static CharacterSet? Merge(IReadOnlyList<PatternNode> ways)
    {
        CharacterSet? merged = null;
        foreach (var way in ways)
        {
            if (way is not { Kind: PatternNodeKind.Set, Set: { IsNegated: false } set } || (merged is not null && merged._flags != set._flags))
            {
                return null;
            }

            merged ??= new CharacterSet(set._flags);
            merged._ranges.AddRange(set._ranges);
            merged._classes.AddRange(set._classes);
        }

        return merged;
    }

    /// <summary>The full stop.</summary>
    public static CharacterSet Any(PatternFlags flags)
    {
        var set = new CharacterSet(flags) { IsNegated = true };
        if (!flags.HasFlag(PatternFlags.DotAll))
        {
            set.Add('\n', '\n');
        }

        return set;
    }

    /// <summary>Characters at which the set begins or ends to take, and their neighbours.</summary>
    public IEnumerable<char> Edges
    {
        get
        {
            foreach (var (first, last) in _ranges)
            {
                yield return first;
                yield return last;
                yield return last < char.MaxValue ? (char)(last + 1) : last;
            }
        }
    }

    public void Add(char first, char last) => _ranges.Add((first, last));

    /// <summary>One of <c>d D w W s S</c>.</summary>
    public void AddClass(char name) => _classes.Add(name);

    public bool Contains(char unit)
    {
        var holds = Holds(unit);
        if (!holds && _flags.HasFlag(PatternFlags.IgnoreCase))
        {
            holds = Holds(char.ToLowerInvariant(unit)) || Holds(char.ToUpperInvariant(unit));
        }

        return holds != IsNegated;
    }

    public static bool IsWord(char unit, PatternFlags flags) =>
        char.IsAscii(unit) ? char.IsAsciiLetterOrDigit(unit) || unit == '_' : !flags.HasFlag(PatternFlags.Ascii) && (TextTests.IsAlpha(unit) || TextTests.IsNumeric(unit));

    private bool Holds(char unit)
    {
        foreach (var (first, last) in _ranges)
        {
            if (unit >= first && unit <= last)
            {
                return true;
            }
        }

        foreach (var name in _classes)
        {
            if (IsIn(name, unit))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsIn(char name, char unit)
    {
        var isAscii = _flags.HasFlag(PatternFlags.Ascii);
        return name switch
        {
            'd' => char.IsAsciiDigit(unit) || (!isAscii && unit > 0x7f && TextTests.IsDecimal(unit)),
            's' => isAscii ? unit is ' ' or (>= '\t' and <= '\r') : TextTests.IsSpace(unit),
            'w' => IsWord(unit, _flags),
            _ => !IsIn(char.ToLowerInvariant(name), unit),
        };
    }
}
