using System.Runtime.InteropServices;

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

    private const int MostKeysPerGuard = 64;

    private static readonly Dictionary<GuardKey, long> NoMargins = [];
    private static readonly Dictionary<GuardKey, List<KeyEvent>> NoKeys = [];
    private static readonly Dictionary<GuardKey, string?> NoTexts = [];

    private HashSet<GuardKey>? _floats;

    // Most stretches decide little: each table is made when it is first written to.
    private Dictionary<GuardKey, long> _margins = NoMargins;
    private Dictionary<GuardKey, List<KeyEvent>> _keys = NoKeys;
    private Dictionary<GuardKey, string?> _texts = NoTexts;

    public Dictionary<GuardKey, long> Margins => _margins;

    /// <summary>Per decision the keys that it was about, in their order.</summary>
    public Dictionary<GuardKey, List<KeyEvent>> Keys => _keys;

    /// <summary>Per decision the characters it looked at; null when they differed within this stretch.</summary>
    public Dictionary<GuardKey, string?> Texts => _texts;

    /// <summary>The same number for logs that <see cref="HasSameWays"/>.</summary>
    public int WaysHash { get; private set; }

    /// <summary>The decision is about floats: its margins are rounded.</summary>
    public bool IsOfFloats(GuardKey key) => _floats?.Contains(key) == true;

    public void RecordFloats(GuardKey key) => (_floats ??= []).Add(key);

    /// <summary>Belongs to more than one step: it is never filled again.</summary>
    public bool IsShared { get; set; }

    /// <summary>One place used so many keys that not all of them were noted.</summary>
    public bool HasTooManyKeys { get; private set; }

    /// <summary>Makes it as good as new; the tables keep their room.</summary>
    public void Clear()
    {
        // Most tables are the empty ones that all logs share.
        ClearOwn(_margins);
        ClearOwn(_keys);
        ClearOwn(_texts);
        _floats?.Clear();
        WaysHash = 0;
        HasTooManyKeys = false;
    }

    private static void ClearOwn<TItem>(Dictionary<GuardKey, TItem> table)
    {
        if (table.Count > 0)
        {
            table.Clear();
        }
    }

    public void Record(GuardKey key, long margin)
    {
        if (ReferenceEquals(_margins, NoMargins))
        {
            _margins = [];
        }

        ref var smallest = ref CollectionsMarshal.GetValueRefOrAddDefault(_margins, key, out var exists);
        smallest = exists ? Math.Min(smallest, margin) : margin;
        WaysHash += exists ? 0 : key.GetHashCode();
    }

    public void Record(KeyEvent seen)
    {
        Record(seen.Guard, Never);
        Note(seen);
    }

    /// <summary>Notes what a leap did with keys besides what is recorded already.</summary>
    public void Note(KeyEvent seen)
    {
        if (!_keys.TryGetValue(seen.Guard, out var list))
        {
            _keys = ReferenceEquals(_keys, NoKeys) ? [] : _keys;
            _keys.Add(seen.Guard, list = []);
        }

        if (list.Count < MostKeysPerGuard)
        {
            list.Add(seen);
        }
        else
        {
            HasTooManyKeys = true;
        }
    }

    /// <summary>The same decisions with other keys.</summary>
    public GuardLog WithKeys(IEnumerable<KeyEvent> keys)
    {
        var other = new GuardLog { HasTooManyKeys = HasTooManyKeys, _margins = new(_margins), WaysHash = WaysHash, _texts = new(_texts), _floats = _floats is null ? null : new(_floats) };

        foreach (var seen in keys)
        {
            other.Note(seen);
        }

        return other;
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

        if (inner._floats is { Count: > 0 } floats)
        {
            (_floats ??= []).UnionWith(floats);
        }

        foreach (var (key, margin) in inner._margins)
        {
            Record(key, margin);
        }

        HasTooManyKeys |= inner.HasTooManyKeys;
        foreach (var list in inner._keys.Values)
        {
            foreach (var seen in list)
            {
                Note(seen);
            }
        }
    }

    private void RecordText(GuardKey key, string? examined)
    {
        _texts = ReferenceEquals(_texts, NoTexts) ? [] : _texts;
        if (!_texts.TryAdd(key, examined) && !string.Equals(_texts[key], examined, StringComparison.Ordinal))
        {
            _texts[key] = null;
        }
    }

    /// <summary>The same decisions by the same margins, none of them about keys.</summary>
    public bool IsSameAs(GuardLog other)
    {
        if (_keys.Count + other._keys.Count > 0 || _margins.Count != other._margins.Count || _texts.Count != other._texts.Count)
        {
            return false;
        }

        foreach (var (key, margin) in _margins)
        {
            if (!other._margins.TryGetValue(key, out var same) || same != margin)
            {
                return false;
            }
        }

        foreach (var (key, examined) in _texts)
        {
            if (examined is null || !string.Equals(other._texts.GetValueOrDefault(key), examined, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    public bool HasSameWays(GuardLog other)
    {
        if (WaysHash != other.WaysHash || _margins.Count != other._margins.Count)
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
