namespace LeakLens.Engine.Known.Patterns.Backtracking;

/// <summary>The loops of an automaton: sets of states each of which leads to every other (Tarjan's algorithm, with a stack of its own).</summary>
internal sealed class StrongComponents
{
    private readonly PatternAutomaton _automaton;
    private readonly int[] _index;
    private readonly int[] _low;
    private readonly int[] _result;
    private readonly bool[] _isOpen;
    private readonly Stack<int> _open = new();
    private int _next;
    private int _components;

    private StrongComponents(PatternAutomaton automaton)
    {
        _automaton = automaton;
        _index = new int[automaton.Count];
        _low = new int[automaton.Count];
        _result = new int[automaton.Count];
        _isOpen = new bool[automaton.Count];
        Array.Fill(_index, -1);
        Array.Fill(_result, -1);
    }

    public static int[] Of(PatternAutomaton automaton)
    {
        var search = new StrongComponents(automaton);
        for (var state = 0; state < automaton.Count; state++)
        {
            if (search._index[state] < 0)
            {
                search.Walk(state);
            }
        }

        return search._result;
    }

    private void Walk(int root)
    {
        var work = new Stack<(int State, int Edge)>();
        Enter(root);
        work.Push((root, 0));
        while (work.TryPop(out var top))
        {
            var edges = _automaton.EdgesOf(top.State);
            if (top.Edge < edges.Count)
            {
                work.Push((top.State, top.Edge + 1));
                var target = edges[top.Edge].Target;
                if (_index[target] < 0)
                {
                    Enter(target);
                    work.Push((target, 0));
                }
                else if (_isOpen[target])
                {
                    _low[top.State] = Math.Min(_low[top.State], _index[target]);
                }

                continue;
            }

            Leave(top.State);
            if (work.TryPeek(out var caller))
            {
                _low[caller.State] = Math.Min(_low[caller.State], _low[top.State]);
            }
        }
    }

    private void Enter(int state)
    {
        _index[state] = _low[state] = _next++;
        _isOpen[state] = true;
        _open.Push(state);
    }

    private void Leave(int state)
    {
        if (_low[state] != _index[state])
        {
            return;
        }

        var isLoop = _open.Peek() != state || _automaton.EdgesOf(state).Exists(edge => edge.Target == state);
        var component = isLoop ? _components++ : -1;
        int member;
        do
        {
            member = _open.Pop();
            _isOpen[member] = false;
            _result[member] = component;
        }
        while (member != state);
    }
}
