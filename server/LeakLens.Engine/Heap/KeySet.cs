using System.Collections.Immutable;

namespace LeakLens.Engine.Heap;

/// <summary>
/// The keys that a dict or set is known to hold: those with numbers as arithmetic progressions, in the order in which they
/// came, short texts one by one. Immutable, so that it can live in a slot. When a key comes that is not known the set is no
/// longer complete.
/// </summary>
internal sealed class KeySet
{
    private const int MostRuns = 256;
    private const int MostTexts = 256;

    private static readonly ImmutableHashSet<string> NoTexts = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    public static readonly KeySet Empty = new([], NoTexts, isComplete: true, isExact: true);

    private readonly ImmutableArray<KeyRun> _runs;
    private readonly ImmutableHashSet<string> _texts;

    /// <summary>Where runs became too many: keys of the pattern lie between two bounds, and which of those is not known.</summary>
    private readonly ImmutableArray<KeyBox> _boxes = [];

    /// <summary>Short texts that may be held: one of two ways to here puts them in.</summary>
    private readonly ImmutableHashSet<string> _possible;

    private KeySet(ImmutableArray<KeyRun> runs, ImmutableHashSet<string> texts, bool isComplete, bool isExact)
        : this(runs, texts, NoTexts, [], isComplete, isExact)
    {
    }

    private KeySet(ImmutableArray<KeyRun> runs, ImmutableHashSet<string> texts, ImmutableHashSet<string> possible, ImmutableArray<KeyBox> boxes, bool isComplete, bool isExact)
    {
        _possible = possible;
        _boxes = boxes;
        IsExact = isExact;
        _runs = runs;
        _texts = texts;
        IsComplete = isComplete;
    }

    /// <summary>No key is held that is not listed here.</summary>
    public bool IsComplete { get; }

    /// <summary>Every key that is listed is held: none was taken out that is not known.</summary>
    public bool IsExact { get; }

    /// <summary>How many keys there are at most; null when that is not known.</summary>
    public long? MostKeys
    {
        get
        {
            if (!IsComplete)
            {
                return null;
            }

            long count = _texts.Count + _possible.Count;
            foreach (var box in _boxes)
            {
                if (box.Capacity is not { } capacity)
                {
                    return null;
                }

                count += capacity;
            }

            foreach (var run in _runs)
            {
                count += run.Count;
            }

            return count;
        }
    }

    /// <summary>Whether the key is held; null when that is not known.</summary>
    public bool? Holds(in KeyIdentity key)
    {
        if (Contains(key))
        {
            return IsExact ? true : null;
        }

        foreach (var box in _boxes)
        {
            if (box.MayContain(key))
            {
                return null;
            }
        }

        return IsComplete && !(key.IsPlain && _possible.Contains(key.Pattern)) ? false : null;
    }

    /// <summary>
    /// Among keys of which others are not known, this one may be held: it came before, so that the number of keys, as far as
    /// that has an end, counts it.
    /// </summary>
    public bool MayHaveCome(in KeyIdentity key) => !IsComplete && (Contains(key) || (key.IsPlain && _possible.Contains(key.Pattern)));

    private bool Contains(in KeyIdentity key)
    {
        if (key.IsPlain)
        {
            return _texts.Contains(key.Pattern);
        }

        foreach (var run in _runs)
        {
            if (run.IndexOf(key) is not null)
            {
                return true;
            }
        }

        return false;
    }

    public KeySet Add(in KeyIdentity key)
    {
        if (!key.IsPlain)
        {
            return Contains(key) ? this : AddRun(key, NumberVector.Empty, 1);
        }

        return _texts.Count >= MostTexts ? Blur() : new(_runs, _texts.Add(key.Pattern), _possible.Remove(key.Pattern), _boxes, IsComplete, IsExact);
    }

    /// <summary>Adds <paramref name="count"/> keys that start at <paramref name="start"/>, <paramref name="step"/> apart.</summary>
    public KeySet AddRun(in KeyIdentity start, NumberVector step, long count)
    {
        if (count <= 0)
        {
            return this;
        }

        if (step.IsZero)
        {
            count = 1;
        }

        if (!_runs.IsEmpty && _runs[^1].TryAppend(start.Pattern, start.Numbers, step, count) is { } longer)
        {
            return WithRuns(_runs.SetItem(_runs.Length - 1, longer));
        }

        for (var i = 0; i < _boxes.Length; i++)
        {
            if (string.Equals(_boxes[i].Pattern, start.Pattern, StringComparison.Ordinal))
            {
                return new(_runs, _texts, _possible, _boxes.SetItem(i, _boxes[i].Including(start.Numbers).Including(start.Numbers + (step * (count - 1)))), IsComplete, IsExact);
            }
        }

        var run = new KeyRun(start.Pattern, start.Numbers, step, count);
        return TryAppendElsewhere(start, step, count) ?? (_runs.Length >= MostRuns ? Box(run) : WithRuns(_runs.Add(run)));
    }

    /// <summary>Adds some keys between two bounds.</summary>
    public KeySet AddBox(KeyBox box)
    {
        const int MostBoxes = 8;
        for (var i = 0; i < _boxes.Length; i++)
        {
            if (string.Equals(_boxes[i].Pattern, box.Pattern, StringComparison.Ordinal))
            {
                return new(_runs, _texts, _possible, _boxes.SetItem(i, _boxes[i].Including(box.Low).Including(box.High)), IsComplete, IsExact);
            }
        }

        return _boxes.Length >= MostBoxes ? Blur() : new(_runs, _texts, _possible, _boxes.Add(box), IsComplete, IsExact);
    }

    /// <summary>Takes out keys that are known to be held.</summary>
    public KeySet RemoveRun(in KeyIdentity start, NumberVector step, long count)
    {
        if (start.IsPlain)
        {
            return new(_runs, _texts.Remove(start.Pattern), _possible.Remove(start.Pattern), _boxes, IsComplete, IsExact);
        }

        const int MostSingles = 64;
        if (step.IsZero)
        {
            count = 1;
        }

        for (var i = 0; i < _runs.Length; i++)
        {
            if (_runs[i].IndexOf(start) is { } index && (count == 1 || (_runs[i].Step == step && index + count <= _runs[i].Count)))
            {
                return WithoutStretch(i, index, count);
            }
        }

        if (count is 1 or > MostSingles)
        {
            return count == 1 ? this : Thin();
        }

        var left = this;
        for (var i = 0; i < count; i++)
        {
            left = left.RemoveRun(start with { Numbers = start.Numbers + (step * i) }, step, 1);
        }

        return left;
    }

    /// <summary>
    /// How many of the keys <paramref name="start"/>, start + step, ... are all held, or all missing. Where that does not follow from bounds it is counted up to a limit; all are missing
    /// where the answer is <see cref="Quantities.Quantity.Unbounded"/>.
    /// </summary>
    public long CountAlike(KeyIdentity start, NumberVector step, bool held, long limit)
    {
        var count = step.IsZero ? 0 : held ? StepsInside(start, step) : StepsToNearest(start, step);
        if (count > 0)
        {
            return count;
        }

        while (count < limit && Holds(start) == held)
        {
            start = start with { Numbers = start.Numbers + step };
            count++;
        }

        return count;
    }

    /// <summary>What is known when either of two sets may be the true one.</summary>
    public static KeySet Join(KeySet left, KeySet right)
    {
        var (less, more) = left._runs.Length <= right._runs.Length && left._texts.Count <= right._texts.Count ? (left, right) : (right, left);
        var isExact = left.IsExact && right.IsExact && more.Includes(less);
        var possible = left._possible.Union(right._possible).Union(more._texts).Except(less._texts);
        return left.IsComplete && right.IsComplete && possible.Count <= MostTexts && left._runs.SequenceEqual(right._runs) && left._boxes.SequenceEqual(right._boxes)
            ? new KeySet(less._runs, less._texts, possible, less._boxes, isComplete: true, isExact)
            : new KeySet(less._runs, less._texts, possible.Count <= MostTexts ? possible : NoTexts, [], isComplete: false, isExact);
    }

    /// <summary>All keys that any of many containers may hold.</summary>
    public static KeySet Unite(KeySet left, KeySet right)
    {
        var all = new KeySet(left._runs, left._texts.Union(right._texts), left._possible.Union(right._possible), left._boxes.AddRange(right._boxes), left.IsComplete && right.IsComplete, isExact: false);
        foreach (var run in right._runs)
        {
            if (!left._runs.Contains(run))
            {
                all = all.AddRun(new KeyIdentity(run.Pattern, run.Start), run.Step, run.Count);
            }
        }

        return all._texts.Count > MostTexts ? all.Blur() : all;
    }

    public KeySet Blur() => IsComplete ? new(_runs, _texts, _possible, _boxes, isComplete: false, IsExact) : this;

    /// <summary>Some key was taken out, and it is not known which.</summary>
    public KeySet Thin() => IsExact ? new(_runs, _texts, _possible, _boxes, IsComplete, isExact: false) : this;

    private bool Includes(KeySet less)
    {
        if (less._runs.Length > _runs.Length || !less._texts.IsSubsetOf(_texts))
        {
            return false;
        }

        for (var i = 0; i < less._runs.Length; i++)
        {
            var run = less._runs[i];
            if (!run.IsOf(_runs[i].Pattern) || run.Start != _runs[i].Start || (run.Step != _runs[i].Step && run.Count > 1) || run.Count > _runs[i].Count)
            {
                return false;
            }
        }

        return true;
    }

    private KeySet WithRuns(ImmutableArray<KeyRun> runs) => new(runs, _texts, _possible, _boxes, IsComplete, IsExact);

    /// <summary>All runs of the newest one's pattern become one box; when the pattern is not what is many, nothing is known any more.</summary>
    private KeySet Box(KeyRun newest)
    {
        var rest = _runs.RemoveAll(run => run.IsOf(newest.Pattern));
        if (rest.Length > MostRuns / 2)
        {
            return Blur();
        }

        var box = new KeyBox(newest.Pattern, newest.Start, newest.Start).Including(newest.Last);
        foreach (var run in _runs)
        {
            box = run.IsOf(newest.Pattern) ? box.Including(run.Start).Including(run.Last) : box;
        }

        return WithRuns(rest).AddBox(box);
    }

    private KeySet? TryAppendElsewhere(in KeyIdentity start, NumberVector step, long count)
    {
        const int LookBack = 16;
        for (var i = _runs.Length - 2; i >= Math.Max(0, _runs.Length - LookBack); i--)
        {
            if (_runs[i].Count > 1 && _runs[i].TryAppend(start.Pattern, start.Numbers, step, count) is { } longer)
            {
                return WithRuns(_runs.SetItem(i, longer));
            }
        }

        return null;
    }

    private KeySet WithoutStretch(int at, long index, long count)
    {
        var (before, behind) = _runs[at].Without(index, count);
        if (before is { } first && behind is { } second)
        {
            return _runs.Length >= MostRuns ? Thin() : WithRuns(_runs.SetItem(at, first).Insert(at + 1, second));
        }

        return WithRuns((before ?? behind) is { } rest ? _runs.SetItem(at, rest) : _runs.RemoveAt(at));
    }

    /// <summary>How many steps lead through one run of held keys.</summary>
    private long StepsInside(in KeyIdentity start, NumberVector step)
    {
        foreach (var run in _runs)
        {
            if (IsExact && run.Step == step && run.IndexOf(start) is { } index)
            {
                return run.Count - index;
            }
        }

        return 0;
    }

    /// <summary>How many keys are certainly missing before the first that may be held.</summary>
    private long StepsToNearest(in KeyIdentity start, NumberVector step)
    {
        if (!IsComplete)
        {
            return 0;
        }

        var nearest = Quantities.Quantity.Unbounded;
        foreach (var run in _runs)
        {
            nearest = Math.Min(nearest, run.StepsTo(start, step) ?? nearest);
        }

        foreach (var box in _boxes)
        {
            nearest = Math.Min(nearest, box.StepsTo(start, step) ?? nearest);
        }

        return nearest;
    }
}
