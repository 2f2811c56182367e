using System.Runtime.InteropServices;

namespace LeakLens.Engine.Heap;

/// <summary>Keys of one pattern whose numbers go on evenly: start, start + step, ... <paramref name="Count"/> of them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KeyRun(string Pattern, NumberVector Start, NumberVector Step, long Count)
{
    public NumberVector Last => Start + (Step * (Count - 1));

    public bool IsOf(string pattern) => ReferenceEquals(Pattern, pattern) || string.Equals(Pattern, pattern, StringComparison.Ordinal);

    /// <summary>Where in the run the key stands; null when it is not in it.</summary>
    public long? IndexOf(in KeyIdentity key) =>
        IsOf(key.Pattern) && key.Numbers.StepsFrom(Start, Step) is { } steps && steps < Count ? steps : null;

    public KeyRun? TryAppend(string pattern, NumberVector start, NumberVector step, long count)
    {
        if (!IsOf(pattern))
        {
            return null;
        }

        var gap = start - Last;
        if (Count == 1 && !gap.IsZero && (count == 1 || gap == step))
        {
            return this with { Step = gap, Count = 1 + count };
        }

        return Count > 1 && gap == Step && (count == 1 || step == Step) ? this with { Count = Count + count } : null;
    }

    /// <summary>How many steps lead from <paramref name="start"/> to between the first key and the last; null when none ever do, or when they lead past all keys.</summary>
    public long? StepsTo(in KeyIdentity start, NumberVector step)
    {
        if (!IsOf(start.Pattern))
        {
            return null;
        }

        for (var i = 0; i < start.Numbers.Count; i++)
        {
            if (Count > 1 && Step[i] != 0 && step[i] % Step[i] == 0 && (start.Numbers[i] - Start[i]) % Step[i] != 0)
            {
                return null;
            }
        }

        return new KeyBox(Pattern, Start, Start).Including(Last).StepsTo(start, step);
    }

    /// <summary>What is left before and behind a stretch that is taken out.</summary>
    public (KeyRun? Before, KeyRun? Behind) Without(long index, long count)
    {
        var behind = Count - index - count;
        return (index > 0 ? this with { Count = index } : null, behind > 0 ? this with { Start = Start + (Step * (index + count)), Count = behind } : null);
    }
}
