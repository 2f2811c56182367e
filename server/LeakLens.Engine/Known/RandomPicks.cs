namespace LeakLens.Engine.Known;

/// <summary>Which of a number of items a seeded generator picks, by their indexes (Lib/random.py).</summary>
internal static class RandomPicks
{
    /// <summary><c>shuffle</c>: where each item of the new order stood in the old one.</summary>
    public static int[] Shuffle(MersenneTwister random, int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        for (var i = count - 1; i > 0; i--)
        {
            var j = random.NextBelow(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    /// <summary><c>sample</c>: so many of the items, none twice.</summary>
    public static int[] Sample(MersenneTwister random, int count, int picks)
    {
        var setSize = 21.0;
        if (picks > 5)
        {
            setSize += Math.Pow(4, Math.Ceiling(Math.Log(picks * 3.0) / Math.Log(4)));
        }

        return count <= setSize ? SampleFromPool(random, count, picks) : SampleFromAll(random, count, picks);
    }

    /// <summary><c>choices</c>: so many of the items, by their cumulated weights when there are any.</summary>
    public static int[]? Choices(MersenneTwister random, int count, int picks, IReadOnlyList<double>? cumulated)
    {
        var chosen = new int[picks];
        if (cumulated is not null && (cumulated.Count != count || count == 0 || cumulated[^1] is not > 0 || !double.IsFinite(cumulated[^1])))
        {
            return null;
        }

        for (var i = 0; i < picks; i++)
        {
            var number = random.NextDouble();
            chosen[i] = cumulated is null ? (int)Math.Floor(number * count) : BehindAll(cumulated, number * cumulated[^1], count - 1);
        }

        return chosen;
    }

    private static int[] SampleFromPool(MersenneTwister random, int count, int picks)
    {
        var pool = new int[count];
        for (var i = 0; i < count; i++)
        {
            pool[i] = i;
        }

        var result = new int[picks];
        for (var i = 0; i < picks; i++)
        {
            var j = random.NextBelow(count - i);
            result[i] = pool[j];
            pool[j] = pool[count - i - 1];
        }

        return result;
    }

    private static int[] SampleFromAll(MersenneTwister random, int count, int picks)
    {
        var selected = new HashSet<int>();
        var result = new int[picks];
        for (var i = 0; i < picks; i++)
        {
            var j = random.NextBelow(count);
            while (!selected.Add(j))
            {
                j = random.NextBelow(count);
            }

            result[i] = j;
        }

        return result;
    }

    /// <summary>bisect.bisect(values, x, 0, high).</summary>
    private static int BehindAll(IReadOnlyList<double> values, double x, int high)
    {
        var low = 0;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (x < values[middle])
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
