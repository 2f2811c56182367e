using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary>What <c>from module import *</c> takes: the names in <c>__all__</c>, or without it all that are bound and not private.</summary>
public sealed class ModuleExports
{
    private ModuleExports(ImmutableArray<string> names, bool isDeclared, bool isComplete)
    {
        Names = names;
        IsDeclared = isDeclared;
        IsComplete = isComplete;
    }

    /// <summary>In the order of the text, each once.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The module has an <c>__all__</c>.</summary>
    public bool IsDeclared { get; }

    /// <summary>False when there may be more names: <c>__all__</c> is made from what the text alone does not tell, or a star import adds some.</summary>
    public bool IsComplete { get; }

    public static ModuleExports Find(ScopeTree scopes)
    {
        var module = scopes.Module;
        if (module.Find(ExportCollector.Variable) is { IsBound: true })
        {
            var collector = new ExportCollector();
            collector.Visit(module.Node);
            return new ModuleExports(collector.Names, isDeclared: true, collector.IsComplete);
        }

        var names = module.Symbols.Where(symbol => symbol.IsBound && !symbol.Name.StartsWith('_')).Select(symbol => symbol.Name);
        return new ModuleExports([.. names], isDeclared: false, scopes.StarImports.Count == 0);
    }
}
