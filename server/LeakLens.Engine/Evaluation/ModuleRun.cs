using LeakLens.Engine.Modules;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>A module whose code runs: the one that is analysed, or one that it imports.</summary>
/// <param name="scopes">Its names.</param>
/// <param name="source">Null for the module that is analysed.</param>
internal sealed class ModuleRun(ScopeTree scopes, SourceModule? source)
{
    private Frame? _frame;

    public ScopeTree Scopes => scopes;

    public SourceModule? Source => source;

    /// <summary>It is not what is analysed: what happens in it is told of its own file.</summary>
    public bool IsImported => source is not null;

    /// <summary>How it is called where it is imported as a whole.</summary>
    public string NameOfSource => source?.Name ?? string.Empty;

    /// <summary>0 for the module that is analysed, 1 for what that imports.</summary>
    public int Depth { get; init; }

    /// <summary>What stands in the analysed text and brought it in; null for that text itself.</summary>
    public SyntaxNode? ImportedBy { get; init; }

    /// <summary>Holds its global names.</summary>
    public Frame Frame
    {
        get => _frame ?? throw new InvalidOperationException("The module does not run yet.");
        set => _frame = value;
    }

    /// <summary>Names that are being found out: a name that needs itself is unknown, as in a module that is half imported.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);
}
