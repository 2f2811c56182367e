using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Numbers for chains of calls, so that objects made by one helper for two callers are told apart.</summary>
internal sealed class CallContexts
{
    /// <summary>Recursion in two ways makes a chain for each call.</summary>
    private const int MostChains = 10_000;

    private readonly Dictionary<(int Caller, SyntaxNode Call), int> _ids = [];
    private readonly List<(int Caller, SyntaxNode Call)> _steps = [];

    /// <summary>A call from a caller. When there are too many chains it counts as the caller's own.</summary>
    public int Enter(int caller, SyntaxNode call)
    {
        if (!_ids.TryGetValue((caller, call), out var id))
        {
            if (_ids.Count >= MostChains)
            {
                return caller;
            }

            id = _ids.Count + 1;
            _ids.Add((caller, call), id);
            _steps.Add((caller, call));
        }

        return id;
    }

    /// <summary>The calls of a chain, the outermost first.</summary>
    public ImmutableArray<SyntaxNode> ChainOf(int context)
    {
        var calls = new List<SyntaxNode>();
        for (; context > 0; context = _steps[context - 1].Caller)
        {
            calls.Add(_steps[context - 1].Call);
        }

        calls.Reverse();
        return [.. calls];
    }
}
