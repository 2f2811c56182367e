using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses.Cleanup;

/// <summary>All names of a function, those of its parameters among them.</summary>
internal sealed class UseFinder : SyntaxVisitor
{
    private readonly List<Name> _names = [];

    private UseFinder()
    {
    }

    public static IReadOnlyList<Name> Names(FunctionDef function)
    {
        var finder = new UseFinder();
        finder.Visit(function);
        return finder._names;
    }

    public override void VisitName(Name node) => _names.Add(node);
}
