namespace LeakLens.Engine.Known.Patterns.Backtracking;

/// <summary>
/// Looks for ambiguity that backtracking pays for (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991). Exponential: from
/// some state one text leads back to it on two ways. Polynomial: one text leads from a state to itself, from it to another, and from that to itself.
/// </summary>
internal sealed class AmbiguityFinder
{
    private readonly PatternAutomaton _automaton;
    private int _stepsLeft;

    public AmbiguityFinder(PatternAutomaton automaton, int steps)
    {
        _automaton = automaton;
        _stepsLeft = steps;
    }

    /// <summary>Texts that lead to a loop and once round it on two ways; one for each loop that has such.</summary>
    public IEnumerable<(string Prefix, string Pump)> Exponential()
    {
        var seen = new HashSet<int>();
        for (var state = 0; state < _automaton.Count; state++)
        {
            // Of the states of a loop all have two ways round or none.
            if (_automaton.Components[state] >= 0 && seen.Add(_automaton.Components[state]) && RoundOnTwoWays(state) is { } pump && WayTo(state) is { } prefix)
            {
                yield return (prefix, pump);
            }
        }
    }

    /// <summary>Texts that lead to a first loop and at once round it, into a second loop, and round that.</summary>
    public IEnumerable<(string Prefix, string Pump)> Polynomial()
    {
        var components = _automaton.Components;
        for (var first = 0; first < _automaton.Count; first++)
        {
            for (var second = 0; components[first] >= 0 && second < _automaton.Count; second++)
            {
                if (components[second] >= 0 && components[second] != components[first] && RoundAndOver(first, second) is { } pump && WayTo(first) is { } prefix)
                {
                    yield return (prefix, pump);
                }
            }
        }
    }

    /// <summary>Two ways at once, from a state until both are back there and were apart somewhere.</summary>
    private string? RoundOnTwoWays(int state)
    {
        var component = _automaton.Components[state];
        var search = new ProductSearch();
        search.Add((state, state, 0), from: -1, '\0');
        while (search.TryNext(out var at, out var here))
        {
            foreach (var left in _automaton.EdgesOf(here.A))
            {
                foreach (var right in _automaton.EdgesOf(here.B))
                {
                    var mask = _automaton.MaskOf(left.Target) & _automaton.MaskOf(right.Target);
                    if (--_stepsLeft < 0)
                    {
                        return null;
                    }

                    if (mask == 0 || _automaton.Components[left.Target] != component || _automaton.Components[right.Target] != component)
                    {
                        continue;
                    }

                    var isApart = here.C == 1 || left.Target != right.Target || left.IsDouble ? 1 : 0;
                    var index = search.Add((left.Target, right.Target, isApart), at, _automaton.Alphabet.Pick(mask));
                    if (isApart == 1 && left.Target == state && right.Target == state)
                    {
                        return index >= 0 ? search.TextTo(index) : null;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Three ways at once: round the first loop, from there over to the second, and round that.</summary>
    private string? RoundAndOver(int first, int second)
    {
        var (outer, inner) = (_automaton.Components[first], _automaton.Components[second]);
        var search = new ProductSearch();
        search.Add((first, first, second), from: -1, '\0');
        while (search.TryNext(out var at, out var here))
        {
            foreach (var round in _automaton.EdgesOf(here.A))
            {
                if (_automaton.Components[round.Target] != outer)
                {
                    continue;
                }

                foreach (var last in _automaton.EdgesOf(here.C))
                {
                    var mask = _automaton.MaskOf(round.Target) & _automaton.MaskOf(last.Target);
                    if (mask == 0 || _automaton.Components[last.Target] != inner)
                    {
                        continue;
                    }

                    foreach (var over in _automaton.EdgesOf(here.B))
                    {
                        if (--_stepsLeft < 0)
                        {
                            return null;
                        }

                        var shared = mask & _automaton.MaskOf(over.Target);
                        var index = shared == 0 ? -1 : search.Add((round.Target, over.Target, last.Target), at, _automaton.Alphabet.Pick(shared));
                        if (index >= 0 && round.Target == first && over.Target == second && last.Target == second)
                        {
                            return search.TextTo(index);
                        }
                    }
                }
            }
        }

        return null;
    }

    /// <summary>A shortest text that leads from the start to a state.</summary>
    private string? WayTo(int state)
    {
        var search = new ProductSearch();
        search.Add((_automaton.Start, 0, 0), from: -1, '\0');
        while (search.TryNext(out var at, out var here))
        {
            foreach (var edge in _automaton.EdgesOf(here.A))
            {
                var mask = _automaton.MaskOf(edge.Target);
                var index = mask == 0 ? -1 : search.Add((edge.Target, 0, 0), at, _automaton.Alphabet.Pick(mask));
                if (index >= 0 && edge.Target == state)
                {
                    return search.TextTo(index);
                }
            }
        }

        return null;
    }
}
