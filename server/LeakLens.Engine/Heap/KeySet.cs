using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace LeakLens.Engine.Heap;

/// <summary>
/// The keys that a dict or set is known to hold: whole numbers as arithmetic progressions, short texts one by one.
/// Immutable, so that it can live in a slot. When a key comes that is not known the set is no longer complete.
/// </summary>
internal sealed class KeySet
{
    private const int MostRuns = 256;
    private const int MostTexts = 256;

    public static readonly KeySet Empty = new([], ImmutableHashSet.Create<string>(StringComparer.Ordinal), isComplete: true, isExact: true);

    private readonly ImmutableArray<Run> _runs;
    private readonly ImmutableHashSet<string> _texts;

    private KeySet(ImmutableArray<Run> runs, ImmutableHashSet<string> texts, bool isComplete, bool isExact)
    {
        IsExact = isExact;
        _runs = runs;
        _texts = texts;
        IsComplete = isComplete;
    }

    /// <summary>No key is held that is not listed here.</summary>
    public bool IsComplete { get; }

    /// <summary>Every key that is listed is held: none was taken out.</summary>
    public bool IsExact { get; }

    public bool Contains(long key)
    {
        foreach (var run in _runs)
        {
            if (run.Contains(key))
            {
                return true;
            }
        }

        return false;
    }

    public bool Contains(string key) => _texts.Contains(key);

    public KeySet Add(string key) => _texts.Count >= MostTexts ? Blur() : new(_runs, _texts.Add(key), IsComplete, IsExact);

    public KeySet Add(long key) => AddRun(key, 1, 1);

    /// <summary>Adds <paramref name="count"/> keys that start at <paramref name="start"/>, <paramref name="step"/> apart.</summary>
    public KeySet AddRun(long start, long step, long count)
    {
        if (count <= 0)
        {
            return this;
        }

        if (step == 0)
        {
            count = 1;
        }

        if (!_runs.IsEmpty && _runs[^1].TryAppend(start, step, count) is { } longer)
        {
            return new(_runs.SetItem(_runs.Length - 1, longer), _texts, IsComplete, IsExact);
        }

        return _runs.Length >= MostRuns ? Blur() : new(_runs.Add(new Run(start, step, count)), _texts, IsComplete, IsExact);
    }

    /// <summary>How many of the keys <paramref name="start"/>, start + step, ... are all held, or all missing, counted up to a limit.</summary>
    public long CountAlike(long start, long step, bool held, long limit)
    {
        if (!held && step != 0 && IsBehindAll(start, step))
        {
            return limit;
        }

        var count = 0L;
        while (count < limit && Contains(start + (count * step)) == held)
        {
            count++;
        }

        return count;
    }

    public KeySet Blur() => IsComplete ? new(_runs, _texts, isComplete: false, IsExact) : this;

    /// <summary>Some key was taken out, and it is not known which.</summary>
    public KeySet Thin() => IsExact ? new(_runs, _texts, IsComplete, isExact: false) : this;

    private bool IsBehindAll(long start, long step)
    {
        foreach (var run in _runs)
        {
            if (step > 0 ? run.Highest >= start : run.Lowest <= start)
            {
                return false;
            }
        }

        return true;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Run(long Start, long Step, long Count)
    {
        public long Last => Start + (Step * (Count - 1));

        public long Lowest => Math.Min(Start, Last);

        public long Highest => Math.Max(Start, Last);

        public bool Contains(long key) =>
            key >= Lowest && key <= Highest && (Count == 1 || (key - Start) % Step == 0);

        public Run? TryAppend(long start, long step, long count)
        {
            var gap = start - Last;
            if (Count == 1 && gap != 0 && (count == 1 || gap == step))
            {
                return new Run(Start, gap, 1 + count);
            }

            return gap == Step && (count == 1 || step == Step) && Count > 1 ? this with { Count = Count + count } : null;
        }
    }
}
