namespace LeakLens.Engine.Known.Patterns.Backtracking;

/// <summary>
/// Whether a pattern backtracks exponentially or polynomially. The automaton proposes texts; a matcher that tries one way after the other, as
/// CPython's does, is then run on them, and only what it takes long for is told.
/// </summary>
internal static class BacktrackingCheck
{
    private const int LongestPattern = 2000;
    private const int ProductSteps = 120_000;

    /// <summary>Steps of one run of the matcher.</summary>
    private const int MatchSteps = 250_000;

    private const int MostCandidates = 4;

    /// <summary>With so many pumps anything exponential is beyond the steps.</summary>
    private const int MostPumps = 40;

    private static readonly int[] FewPumps = [1, 2, 4, 6, 9];

    /// <summary>Ends that few patterns take: they make a match fail behind the pump.</summary>
    private static readonly string[] Suffixes = ["\0", "!", "\n", "", "a", "0", " ", "<", "\"", ":", "/", "\n\n"];

    /// <summary>Null when no such text was found, or the pattern is not followed.</summary>
    /// <param name="withPolynomial">Look for quadratic growth as well.</param>
    public static BacktrackingWitness? Find(string text, PatternFlags flags, PatternUse use, bool withPolynomial)
    {
        if (text.Length > LongestPattern || !MayLoop(text, withPolynomial) || PatternParser.Parse(text, flags) is not { } parsed || KnownPattern.Of(text, flags) is not { } pattern)
        {
            return null;
        }

        if (HasNestedLoop(parsed.Root, isInLoop: false) && PatternAutomatonBuilder.Build(parsed.Root, isSearched: false, loopsOnly: false) is { } loops
            && new AmbiguityFinder(loops, ProductSteps).Exponential().Take(MostCandidates).Select(found => Confirm(pattern, use, found, isExponential: true)).FirstOrDefault(static found => found is not null) is { } exponential)
        {
            return exponential;
        }

        return withPolynomial && PatternAutomatonBuilder.Build(parsed.Root, use is PatternUse.Search, loopsOnly: true) is { } automaton
            ? new AmbiguityFinder(automaton, ProductSteps).Polynomial().Take(MostCandidates).Select(found => Confirm(pattern, use, found, isExponential: false)).FirstOrDefault(static found => found is not null)
            : null;
    }

    private static bool MayLoop(string text, bool withPolynomial)
    {
        var loops = 0;
        foreach (var unit in text)
        {
            loops += unit is '*' or '+' or '{' ? 1 : 0;
        }

        return loops > 0 && (withPolynomial || text.Contains('(', StringComparison.Ordinal));
    }

    /// <summary>A repetition of something that may be taken in several ways.</summary>
    private static bool HasNestedLoop(PatternNode node, bool isInLoop)
    {
        var isLoop = node.Kind is PatternNodeKind.Greedy or PatternNodeKind.Lazy or PatternNodeKind.Possessive && node.Most is < 0 or > 1;
        if (isInLoop && (node.Kind is PatternNodeKind.Choice or PatternNodeKind.Greedy or PatternNodeKind.Lazy))
        {
            return true;
        }

        foreach (var part in node.Parts)
        {
            if (HasNestedLoop(part, isInLoop || isLoop))
            {
                return true;
            }
        }

        return false;
    }

    private static BacktrackingWitness? Confirm(KnownPattern pattern, PatternUse use, (string Prefix, string Pump) found, bool isExponential)
    {
        foreach (var suffix in Suffixes)
        {
            var witness = new BacktrackingWitness(found.Prefix, found.Pump, suffix, isExponential);
            if (isExponential ? GrowsExponentially(pattern, use, witness) : GrowsPolynomially(pattern, use, witness))
            {
                return witness;
            }
        }

        return null;
    }

    /// <summary>Three times the pumps take more than forty times the steps: a cube would take 27 times.</summary>
    private static bool GrowsExponentially(KnownPattern pattern, PatternUse use, BacktrackingWitness witness)
    {
        foreach (var pumps in FewPumps)
        {
            var few = pattern.StepsOf(witness.Text(pumps), use, MatchSteps);
            if (few >= MatchSteps / 40)
            {
                return false;
            }

            if (pattern.StepsOf(witness.Text(3 * pumps), use, MatchSteps) > few * 40)
            {
                return pattern.StepsOf(witness.Text(MostPumps), use, MatchSteps) >= MatchSteps;
            }
        }

        return false;
    }

    /// <summary>Twice the pumps take more than three times the steps, and again.</summary>
    private static bool GrowsPolynomially(KnownPattern pattern, PatternUse use, BacktrackingWitness witness)
    {
        var few = pattern.StepsOf(witness.Text(40), use, MatchSteps);
        var more = few * 10 < MatchSteps ? pattern.StepsOf(witness.Text(80), use, MatchSteps) : 0;
        return more > few * 3 && pattern.StepsOf(witness.Text(160), use, MatchSteps) >= Math.Min(MatchSteps, more * 3);
    }
}
