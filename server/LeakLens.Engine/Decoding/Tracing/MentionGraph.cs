namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Who mentions which names, and which names get values out of which. What may lead to a sink spreads along both.</summary>
internal sealed class MentionGraph
{
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly List<MentionUnit> _units = [];
    private readonly Stack<Node> _reached = [];
    private readonly Stack<MentionUnit> _covered = [];

    /// <summary>Code outside of all functions.</summary>
    public MentionUnit Module { get; } = new(null);

    /// <summary>Names that the module or a <c>global</c> statement binds.</summary>
    public HashSet<string> Globals { get; } = new(StringComparer.Ordinal);

    public bool IsAnyReached { get; private set; }

    /// <summary>What a call of the name gives, as a name of its own.</summary>
    public static string ResultOf(string name) => name + "()";

    public MentionUnit NewUnit(string? name)
    {
        var unit = new MentionUnit(name);
        _units.Add(unit);
        return unit;
    }

    /// <summary>The object behind the name is used, and what it is goes to the targets.</summary>
    public void Mention(MentionUnit unit, string name, IReadOnlyList<string> targets)
    {
        var node = NodeOf(name);
        node.MentionedIn(unit);
        node.GoesTo(targets);
    }

    /// <summary>The object behind the name is called; what that gives goes to the targets.</summary>
    public void MentionCalled(MentionUnit unit, string name, IReadOnlyList<string> targets)
    {
        NodeOf(name).MentionedIn(unit);
        if (targets.Count > 0)
        {
            NodeOf(ResultOf(name)).GoesTo(targets);
        }
    }

    /// <summary>The name leads there.</summary>
    public void Reach(string name)
    {
        if (_nodes.TryGetValue(name, out var node) && !node.IsReached)
        {
            node.IsReached = true;
            _reached.Push(node);
        }
    }

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public void Spread(CancellationToken cancellation)
    {
        while (_reached.TryPop(out var node))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var unit in node.Units)
            {
                Cover(unit);
                if (unit.Name is { } name)
                {
                    Reach(name);
                }
            }

            foreach (var target in node.Targets)
            {
                Reach(target);
            }
        }

        CoverSources();
    }

    /// <summary>What changes a global object that a covered unit reads may make it what is executed there.</summary>
    private void CoverSources()
    {
        var changers = new Dictionary<string, List<MentionUnit>>(StringComparer.Ordinal);
        foreach (var unit in _units)
        {
            foreach (var name in unit.Changes)
            {
                if (Globals.Contains(name))
                {
                    if (!changers.TryGetValue(name, out var all))
                    {
                        changers[name] = all = [];
                    }

                    all.Add(unit);
                }
            }
        }

        while (_covered.TryPop(out var unit))
        {
            foreach (var name in unit.Names)
            {
                if (changers.Remove(name, out var all))
                {
                    all.ForEach(Cover);
                }
            }
        }
    }

    private void Cover(MentionUnit unit)
    {
        IsAnyReached = true;
        if (!unit.IsReached)
        {
            unit.IsReached = true;
            _covered.Push(unit);
        }
    }

    private Node NodeOf(string name)
    {
        if (!_nodes.TryGetValue(name, out var node))
        {
            _nodes[name] = node = new Node(name);
        }

        return node;
    }

    private sealed class Node(string name)
    {
        public bool IsReached { get; set; }

        public List<MentionUnit> Units { get; } = [];

        public HashSet<string> Targets { get; } = new(StringComparer.Ordinal);

        public void MentionedIn(MentionUnit unit)
        {
            if (unit.Names.Add(name))
            {
                Units.Add(unit);
            }
        }

        public void GoesTo(IReadOnlyList<string> targets)
        {
            for (var i = 0; i < targets.Count; i++)
            {
                Targets.Add(targets[i]);
            }
        }
    }
}
