using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What <see cref="GrowthScout"/> saw in the body of one function.</summary>
internal sealed class FunctionNotes(string name)
{
    private NameSet _fresh;
    private NameSet _parameters;
    private NameSet _receivers;
    private NameSet _ownersOfReceivers;
    private NameSet _calls;
    private List<SyntaxNode>? _mayGrow;

    private bool _reachesLoop;
    private bool _reachesGrowth;
    private bool _reachesForeignGrowth;

    public string Name { get; } = name;

    public bool HasLoop { get; set; }

    /// <summary>A number large enough to be the length of something very large.</summary>
    public bool HasLargeNumber { get; set; }

    /// <summary>It, or something that it calls, loops and grows something, or grows what is not its own.</summary>
    public bool CanGrow => (_reachesLoop && _reachesGrowth) || _reachesForeignGrowth || HasLargeNumber;

    public bool HasGrowth { get; private set; }

    /// <summary>The names of what it calls and defines.</summary>
    public ref readonly NameSet Calls => ref _calls;

    /// <summary>Calls, and attributes that are named only, which may grow something: whether they do is known when all imports are.</summary>
    public IReadOnlyList<SyntaxNode> MayGrow => _mayGrow ?? [];

    public void AddCall(string name) => _calls.Add(name);

    public void AddMayGrow(SyntaxNode node) => (_mayGrow ??= []).Add(node);

    /// <summary>
    /// What is grown is no local variable that only ever held something new, nor an argument itself; an attribute of
    /// an argument may live long.
    /// </summary>
    public bool GrowsWhatIsNotItsOwn =>
        !_ownersOfReceivers.IsWithin(_fresh, default) || !_receivers.IsWithin(_fresh, _parameters);

    /// <summary>Its body grows what a name of it refers to.</summary>
    public bool Grows(string name) => _receivers.Contains(name);

    /// <summary>Nothing but its own body is known yet. Gives whether there is something to tell to callers.</summary>
    public bool StartSpreading()
    {
        _reachesLoop = HasLoop;
        _reachesGrowth = HasGrowth;
        _reachesForeignGrowth = GrowsWhatIsNotItsOwn;
        return _reachesLoop || _reachesGrowth || _reachesForeignGrowth;
    }

    /// <summary>It calls <paramref name="callee"/>. Gives whether that says something new.</summary>
    public bool Learn(FunctionNotes callee)
    {
        var isNew = (callee._reachesLoop && !_reachesLoop) || (callee._reachesGrowth && !_reachesGrowth) || (callee._reachesForeignGrowth && !_reachesForeignGrowth);
        _reachesLoop |= callee._reachesLoop;
        _reachesGrowth |= callee._reachesGrowth;
        _reachesForeignGrowth |= callee._reachesForeignGrowth;
        return isNew;
    }

    public void CollectParameters(Arguments parameters)
    {
        // An argument that has a default may be that default, which lives as long as the function.
        var required = parameters.PositionalOnly.Length + parameters.Positional.Length - parameters.Defaults.Length;
        foreach (var parameter in parameters.PositionalOnly.AddRange(parameters.Positional))
        {
            if (required-- > 0)
            {
                _parameters.Add(parameter.Name);
            }
        }
    }

    public void Binds(string name, bool toSomethingNew)
    {
        if (toSomethingNew && !_parameters.Contains(name))
        {
            _fresh.Add(name);
        }
        else if (!toSomethingNew)
        {
            _fresh.Remove(name);
        }
    }

    public void GrowsBy(Expression receiver)
    {
        HasGrowth = true;
        ref var into = ref receiver is Name ? ref _receivers : ref _ownersOfReceivers;
        while (receiver is Attribute or Subscript or Call)
        {
            receiver = receiver switch
            {
                Attribute attribute => attribute.Value,
                Subscript subscript => subscript.Value,
                Call call => call.Function,
                _ => receiver,
            };
        }

        if (receiver is Name name)
        {
            into.Add(name.Id);
        }
    }
}
