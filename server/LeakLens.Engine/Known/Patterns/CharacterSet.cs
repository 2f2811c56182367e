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
