using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>Whether a name is used anywhere in a node.</summary>
internal sealed class NameFinder : SyntaxVisitor
{
    private readonly string _name;

    public NameFinder(string name) => _name = name;

    public bool IsFound { get; private set; }

    public override void VisitName(Name node) => IsFound |= string.Equals(node.Id, _name, StringComparison.Ordinal);
}
