namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>
/// The decisions of one stretch of execution. For each side that was taken: the smallest margin, that is how far the
/// closest value was from deciding otherwise. Margins of affine values are affine, so the trip at which a decision will
/// flip is found by solving, not by waiting.
/// </summary>
internal sealed class GuardLog
{
    /// <summary>The margin of a decision that no number can change.</summary>
    public const long Never = long.MaxValue;

    private readonly Dictionary<GuardKey, long> _margins = [];
    private readonly Dictionary<GuardKey, KeyEvent> _keys = [];
    private readonly Dictionary<GuardKey, string?> _texts = [];

    public IReadOnlyDictionary<GuardKey, long> Margins => _margins;

    public IReadOnlyDictionary<GuardKey, KeyEvent> Keys => _keys;

    /// <summary>Per decision the characters it looked at; null when they differed within this stretch.</summary>
    public IReadOnlyDictionary<GuardKey, string?> Texts => _texts;

    /// <summary>A key was seen twice at one place: its progression cannot be read off.</summary>
    public bool HasRepeatedKeys { get; private set; }

    public void Record(GuardKey key, long margin)
    {
        if (!_margins.TryGetValue(key, out var smallest) || margin < smallest)
        {
            _margins[key] = margin;
        }
    }

    public void Record(KeyEvent seen)
    {
        Record(seen.Guard, Never);
        HasRepeatedKeys |= !_keys.TryAdd(seen.Guard, seen);
    }

    public void Record(TextEvent seen)
    {
        Record(seen.Guard, Never);
        RecordText(seen.Guard, seen.Examined);
    }

    public void Absorb(GuardLog inner)
    {
        foreach (var (key, examined) in inner._texts)
        {
            RecordText(key, examined);
        }

        foreach (var (key, margin) in inner._margins)
        {
            Record(key, margin);
        }

        foreach (var (key, seen) in inner._keys)
        {
            HasRepeatedKeys |= !_keys.TryAdd(key, seen);
        }
    }

    private void RecordText(GuardKey key, string? examined)
    {
        if (!_texts.TryAdd(key, examined) && !string.Equals(_texts[key], examined, StringComparison.Ordinal))
        {
            _texts[key] = null;
        }
    }

    public bool HasSameWays(GuardLog other)
    {
        if (_margins.Count != other._margins.Count)
        {
            return false;
        }

        foreach (var key in _margins.Keys)
        {
            if (!other._margins.ContainsKey(key))
            {
                return false;
            }
        }

        return true;
    }
}
