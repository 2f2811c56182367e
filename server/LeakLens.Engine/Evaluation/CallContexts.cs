using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Numbers for chains of calls, so that objects made by one helper for two callers are told apart.</summary>
internal sealed class CallContexts
{
    private readonly Dictionary<(int Caller, SyntaxNode Call), int> _ids = [];

    public int Enter(int caller, SyntaxNode call)
    {
        if (!_ids.TryGetValue((caller, call), out var id))
        {
            id = _ids.Count + 1;
            _ids.Add((caller, call), id);
        }

        return id;
    }
}
