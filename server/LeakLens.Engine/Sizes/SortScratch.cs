namespace LeakLens.Engine.Sizes;

/// <summary>
/// Bytes that <c>list.sort</c> takes besides the list while it works (Objects/listobject.c): the keys when a function makes them, and the
/// shorter of two runs while these are merged.
/// </summary>
public static class SortScratch
{
    private const int Pointer = 8;

    /// <summary>So much lies on the stack (MERGESTATE_TEMP_SIZE).</summary>
    private const int OnStack = 256;

    private const int LongestMinRun = 64;

    /// <summary>The most bytes at one time.</summary>
    /// <param name="places">For each item as it stands before: where it will stand. Equal items keep their order. Sorted afterwards.</param>
    /// <param name="hasKeys">Keys are sorted, and the items move with them.</param>
    public static long Bytes(Span<int> places, bool hasKeys)
    {
        var keys = hasKeys && places.Length >= OnStack / 2 ? (long)Pointer * places.Length : 0;
        var longest = LongestMerge(places);
        var isOnStack = longest <= (hasKeys ? OnStack / 2 : OnStack);
        return keys + (isOnStack ? 0 : longest * Pointer * (hasKeys ? 2 : 1));
    }

    /// <summary>How many items the longest merge sets aside.</summary>
    private static long LongestMerge(Span<int> places)
    {
        var runs = new List<(int Start, int Length, int Power)>();
        var minRun = MinRun(places.Length);
        var longest = 0;
        for (var start = 0; start < places.Length;)
        {
            var length = TakeRun(places[start..], minRun);
            if (runs.Count > 0)
            {
                var power = PowerBetween(runs[^1].Start, runs[^1].Length, length, places.Length);
                while (runs.Count > 1 && runs[^2].Power > power)
                {
                    longest = Math.Max(longest, MergeAt(places, runs, runs.Count - 2));
                }

                runs[^1] = runs[^1] with { Power = power };
            }

            runs.Add((start, length, 0));
            start += length;
        }

        while (runs.Count > 1)
        {
            var at = runs.Count - 2;
            longest = Math.Max(longest, MergeAt(places, runs, at > 0 && runs[at - 1].Length < runs[at + 1].Length ? at - 1 : at));
        }

        return longest;
    }

    /// <summary>merge_compute_minrun: shorter runs are brought to this length.</summary>
    private static int MinRun(int length)
    {
        var rest = 0;
        while (length >= LongestMinRun)
        {
            rest |= length & 1;
            length >>= 1;
        }

        return length + rest;
    }

    /// <summary>count_run and binarysort: what stands in order, or in the opposite order, at the beginning, and as much more as a run must have.</summary>
    private static int TakeRun(Span<int> places, int minRun)
    {
        var length = 1;
        var descends = places.Length > 1 && places[1] < places[0];
        while (length < places.Length && places[length] < places[length - 1] == descends)
        {
            length++;
        }

        if (descends)
        {
            places[..length].Reverse();
        }

        if (length >= minRun || length == places.Length)
        {
            return length;
        }

        length = Math.Min(minRun, places.Length);
        places[..length].Sort();
        return length;
    }

    /// <summary>powerloop: how early the boundary between two neighbouring runs would come in a balanced tree of merges.</summary>
    private static int PowerBetween(int start, int length, int next, int all)
    {
        var power = 0;
        var middle = (2L * start) + length;
        var right = middle + length + next;
        while (true)
        {
            power++;
            if (middle >= all)
            {
                middle -= all;
                right -= all;
            }
            else if (right >= all)
            {
                return power;
            }

            middle <<= 1;
            right <<= 1;
        }
    }

    /// <summary>merge_at: what already stands in its place, at the beginning of the first run and at the end of the second, is not moved.</summary>
    private static int MergeAt(Span<int> places, List<(int Start, int Length, int Power)> runs, int at)
    {
        var (first, firstLength, _) = runs[at];
        var (second, secondLength, power) = runs[at + 1];
        runs[at] = (first, firstLength + secondLength, power);
        runs.RemoveAt(at + 1);
        var begin = first;
        while (begin < second && places[begin] < places[second])
        {
            begin++;
        }

        var end = second + secondLength;
        while (end > second && places[end - 1] > places[second - 1])
        {
            end--;
        }

        places[first..(second + secondLength)].Sort();
        return Math.Min(second - begin, end - second);
    }
}
