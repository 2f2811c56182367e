namespace LeakLens.Engine.Known.Patterns.Backtracking;

/// <summary>Makes an automaton of a pattern. What it does not follow (lookarounds, references) takes nothing: the witness is tried on the real pattern.</summary>
internal sealed class PatternAutomatonBuilder
{
    private const int MostPositions = 250;
    private const int MostEdges = 6000;

    /// <summary>Repetitions up to this count are written out.</summary>
    private const int MostCopies = 12;

    private readonly List<CharacterSet?> _positions = [];
    private readonly Dictionary<(int From, int To), int> _edges = [];
    private readonly bool _loopsOnly;
    private bool _isTooLarge;

    private PatternAutomatonBuilder(bool loopsOnly) => _loopsOnly = loopsOnly;

    /// <param name="isSearched">The pattern is tried at every place of a text.</param>
    /// <param name="loopsOnly">Repetitions with an upper bound that is too high to write out are no loops.</param>
    /// <returns>Null when the pattern is too large.</returns>
    public static PatternAutomaton? Build(PatternNode root, bool isSearched, bool loopsOnly)
    {
        var builder = new PatternAutomatonBuilder(loopsOnly);
        var whole = builder.Of(root);
        if (isSearched)
        {
            var skipped = PatternFragment.Of(builder.Add(null));
            builder.Connect(skipped, skipped);
            builder.Connect(skipped, whole);
            whole = skipped.OrNothing().Then(whole);
        }

        var sets = builder._positions.OfType<CharacterSet>().Distinct().ToArray();
        return builder._isTooLarge || PatternAlphabet.Of(sets) is not { } alphabet ? null : builder.Finish(alphabet, whole);
    }

    private PatternAutomaton Finish(PatternAlphabet alphabet, PatternFragment whole)
    {
        var masks = new ulong[_positions.Count + 1];
        var edges = new List<PatternAutomaton.Edge>[_positions.Count + 1];
        for (var i = 0; i < edges.Length; i++)
        {
            edges[i] = [];
            masks[i] = i == _positions.Count ? 0 : _positions[i] is { } set ? alphabet.Of(set) : alphabet.All;
        }

        foreach (var ((from, to), ways) in _edges)
        {
            edges[from].Add(new(to, ways > 1));
        }

        foreach (var (position, ways) in whole.First)
        {
            edges[^1].Add(new(position, ways > 1));
        }

        return new PatternAutomaton(alphabet, masks, edges);
    }

    private PatternFragment Of(PatternNode node)
    {
        switch (node.Kind)
        {
            case PatternNodeKind.Set when node.Set is { } set:
                return PatternFragment.Of(Add(set));
            case PatternNodeKind.Sequence:
                var sequence = PatternFragment.Nothing;
                foreach (var part in node.Parts)
                {
                    sequence = Join(sequence, Of(part));
                }

                return sequence;
            case PatternNodeKind.Choice or PatternNodeKind.Conditional:
                var choice = Of(node.Parts[0]);
                for (var i = 1; i < node.Parts.Count; i++)
                {
                    choice = choice.Or(Of(node.Parts[i]));
                }

                return choice;
            case PatternNodeKind.Group:
                return Of(node.Parts[0]);
            case PatternNodeKind.Greedy or PatternNodeKind.Lazy:
                return Repeat(node);
            case PatternNodeKind.Possessive or PatternNodeKind.Atomic:
                return Once(node);
            default:
                return PatternFragment.Nothing;
        }
    }

    /// <summary>What never gives back what it took: one place for all of it, which no other way shares.</summary>
    private PatternFragment Once(PatternNode node)
    {
        var inner = node.Parts[0];
        return inner.Kind is PatternNodeKind.Set && inner.Set is { } set ? PatternFragment.Of(Add(set)) : PatternFragment.Nothing;
    }

    private PatternFragment Repeat(PatternNode node)
    {
        var isEndless = node.Most < 0 || (node.Most > MostCopies && !_loopsOnly);
        var copies = Math.Min(node.Least, MostCopies);
        if (node.Most == 0)
        {
            return PatternFragment.Nothing;
        }

        if (isEndless)
        {
            return Endless(node.Parts[0], copies);
        }

        var whole = PatternFragment.Nothing;
        for (var i = 0; i < copies; i++)
        {
            whole = Join(whole, Of(node.Parts[0]));
        }

        return Join(whole, Optional(node.Parts[0], Math.Min(node.Most, MostCopies) - copies));
    }

    /// <summary><c>x{2,}</c> is <c>xx+</c>.</summary>
    private PatternFragment Endless(PatternNode inner, int least)
    {
        var before = PatternFragment.Nothing;
        for (var i = 1; i < least; i++)
        {
            before = Join(before, Of(inner));
        }

        var loop = Of(inner);
        Connect(loop, loop);
        return Join(before, least == 0 || loop.Empty > 0 ? loop.OrNothing() : loop);
    }

    /// <summary><c>x{0,3}</c> is <c>(x(x(x)?)?)?</c>: each further one needs the one before.</summary>
    private PatternFragment Optional(PatternNode inner, int most)
    {
        var whole = PatternFragment.Nothing;
        for (var i = 0; i < most && !_isTooLarge; i++)
        {
            whole = Join(Of(inner), whole).OrNothing();
        }

        return whole;
    }

    private PatternFragment Join(PatternFragment left, PatternFragment right)
    {
        Connect(left, right);
        return left.Then(right);
    }

    private void Connect(PatternFragment left, PatternFragment right)
    {
        foreach (var (from, some) in left.Last)
        {
            foreach (var (to, others) in right.First)
            {
                if (_isTooLarge)
                {
                    return;
                }

                _edges[(from, to)] = _edges.GetValueOrDefault((from, to)) + (some * others);
                _isTooLarge |= _edges.Count > MostEdges;
            }
        }
    }

    /// <param name="set">Null for any character.</param>
    private int Add(CharacterSet? set)
    {
        _isTooLarge |= _positions.Count >= MostPositions;
        _positions.Add(set);
        return _positions.Count - 1;
    }
}
