namespace LeakLens.Engine.Known.Patterns.Backtracking;

/// <summary>
/// The characters that a pattern tells apart, as classes: two characters are of one class when every set of the pattern takes both or
/// neither. Classes are found by trying samples, so a class without a sample is missed, never invented.
/// </summary>
internal sealed class PatternAlphabet
{
    /// <summary>Classes are bits of one word.</summary>
    private const int MostClasses = 64;

    /// <summary>Friendly ones first: they stand for their class in witnesses.</summary>
    private const string Samples = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\t\n\r\f\v\0\u0001\u007f\u00a0\u00e9\u00df\u0394\u0663\u4e00\u2028\u2003\u00bd";

    private readonly Dictionary<CharacterSet, ulong> _masks = new(ReferenceEqualityComparer.Instance);
    private readonly List<char> _representatives = [];

    private PatternAlphabet()
    {
    }

    /// <summary>One character of each class.</summary>
    public IReadOnlyList<char> Representatives => _representatives;

    /// <summary>All classes.</summary>
    public ulong All => _representatives.Count == MostClasses ? ulong.MaxValue : (1UL << _representatives.Count) - 1;

    /// <summary>Null when the pattern tells too many apart.</summary>
    public static PatternAlphabet? Of(IReadOnlyCollection<CharacterSet> sets)
    {
        var alphabet = new PatternAlphabet();
        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        var signature = new char[sets.Count];
        foreach (var sample in Samples.Concat(sets.SelectMany(static set => set.Edges).Where(static edge => edge > '\u007f' && !char.IsSurrogate(edge))))
        {
            var i = 0;
            foreach (var set in sets)
            {
                signature[i++] = set.Contains(sample) ? '1' : '0';
            }

            if (classes.TryAdd(new string(signature), classes.Count))
            {
                alphabet._representatives.Add(sample);
            }

            if (classes.Count > MostClasses)
            {
                return null;
            }
        }

        foreach (var set in sets)
        {
            alphabet._masks[set] = alphabet.MaskOf(set);
        }

        return alphabet;
    }

    public ulong Of(CharacterSet set) => _masks[set];

    /// <summary>A character of the first class in a mask.</summary>
    public char Pick(ulong mask) => _representatives[System.Numerics.BitOperations.TrailingZeroCount(mask)];

    private ulong MaskOf(CharacterSet set)
    {
        var mask = 0UL;
        for (var i = 0; i < _representatives.Count; i++)
        {
            mask |= set.Contains(_representatives[i]) ? 1UL << i : 0;
        }

        return mask;
    }
}
