using System.Runtime.InteropServices;

namespace LeakLens.Engine.Known.Patterns.Backtracking;

/// <summary>A search in breadth over states of several automata at once, which remembers by which characters each was reached.</summary>
internal sealed class ProductSearch
{
    private readonly HashSet<(int A, int B, int C)> _seen = [];
    private readonly List<Entry> _entries = [];
    private int _next;

    /// <summary>The entry's number; -1 when the state was reached before.</summary>
    public int Add((int A, int B, int C) state, int from, char by)
    {
        // The state of the start may be reached once more: that is the aim of some searches.
        if (from < 0)
        {
            _entries.Add(new(state, from, by));
            return 0;
        }

        if (!_seen.Add(state))
        {
            return -1;
        }

        _entries.Add(new(state, from, by));
        return _entries.Count - 1;
    }

    public bool TryNext(out int index, out (int A, int B, int C) state)
    {
        index = _next;
        state = default;
        if (_next >= _entries.Count)
        {
            return false;
        }

        state = _entries[_next++].State;
        return true;
    }

    public string TextTo(int index)
    {
        var units = new List<char>();
        for (var at = index; _entries[at].From >= 0; at = _entries[at].From)
        {
            units.Add(_entries[at].By);
        }

        units.Reverse();
        return new string([.. units]);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry((int A, int B, int C) State, int From, char By);
}
