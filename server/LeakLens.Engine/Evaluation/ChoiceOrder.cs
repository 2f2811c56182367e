namespace LeakLens.Engine.Evaluation;

/// <summary>In which order <c>itertools</c> chooses from its pools, by index.</summary>
internal static class ChoiceOrder
{
    /// <summary>One index of every pool; the last moves fastest.</summary>
    public static IEnumerable<int[]> Product(int[] sizes)
    {
        if (Array.Exists(sizes, static size => size == 0))
        {
            yield break;
        }

        var at = new int[sizes.Length];
        while (true)
        {
            yield return at;
            var i = sizes.Length - 1;
            while (i >= 0 && ++at[i] == sizes[i])
            {
                at[i--] = 0;
            }

            if (i < 0)
            {
                yield break;
            }
        }
    }

    /// <param name="name">permutations, combinations or combinations_with_replacement.</param>
    public static IEnumerable<int[]> Of(string name, int size, int chosen) => name switch
    {
        "permutations" => Permutations(new int[chosen], new bool[size], 0),
        "combinations" => Combinations(new int[chosen], size, 0, 0, step: 1),
        _ => Combinations(new int[chosen], size, 0, 0, step: 0),
    };

    private static IEnumerable<int[]> Permutations(int[] at, bool[] taken, int depth)
    {
        if (depth == at.Length)
        {
            yield return at;
            yield break;
        }

        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i])
            {
                continue;
            }

            (taken[i], at[depth]) = (true, i);
            foreach (var one in Permutations(at, taken, depth + 1))
            {
                yield return one;
            }

            taken[i] = false;
        }
    }

    /// <param name="step">How far the next index is from the one before: 0 when an item may be chosen again.</param>
    private static IEnumerable<int[]> Combinations(int[] at, int size, int depth, int first, int step)
    {
        if (depth == at.Length)
        {
            yield return at;
            yield break;
        }

        for (var i = first; i < size; i++)
        {
            at[depth] = i;
            foreach (var one in Combinations(at, size, depth + 1, i + step, step))
            {
                yield return one;
            }
        }
    }
}
