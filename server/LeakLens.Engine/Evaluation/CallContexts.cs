using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Numbers for chains of calls, so that objects made by one helper for two callers are told apart.</summary>
internal sealed class CallContexts
{
    private readonly Dictionary<(int Caller, SyntaxNode Call), int> _ids = [];
    private readonly List<(int Caller, SyntaxNode Call)> _steps = [];

    public int Enter(int caller, SyntaxNode call)
    {
        if (!_ids.TryGetValue((caller, call), out var id))
        {
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
