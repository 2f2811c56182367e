using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>Which functions bind a name of their own, parameters not among them. One pass over the scopes.</summary>
internal sealed class LocalNames
{
    private readonly Dictionary<string, List<(FunctionDef Function, Symbol Symbol)>> _byName = new(StringComparer.Ordinal);

    private LocalNames()
    {
    }

    public static LocalNames Of(ScopeTree scopes, IReadOnlyList<FunctionDef> functions)
    {
        var names = new LocalNames();
        foreach (var function in functions)
        {
            foreach (var symbol in scopes.GetScope(function).Symbols)
            {
                if (symbol is { IsParameter: false, Use: SymbolUse.Local })
                {
                    names.Add(function, symbol);
                }
            }
        }

        return names;
    }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<(FunctionDef Function, Symbol Symbol)> Named(string name) => _byName.TryGetValue(name, out var found) ? found : [];

    private void Add(FunctionDef function, Symbol symbol)
    {
        if (!_byName.TryGetValue(symbol.Name, out var found))
        {
            _byName.Add(symbol.Name, found = []);
        }

        found.Add((function, symbol));
    }
}
