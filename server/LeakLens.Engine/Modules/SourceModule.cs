using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Modules;

/// <summary>A file of the program that another one imports. Immutable, and shared by all that import it.</summary>
public sealed class SourceModule
{
    private readonly Lazy<SyntaxTree> _tree;
    private readonly Lazy<ModuleBindings> _bindings;

    /// <param name="name">With dots, as an import from the top of the program would write it.</param>
    /// <param name="path">Where it lies, as whoever gives it calls that.</param>
    /// <param name="identity">The same for the same content.</param>
    public SourceModule(string name, string path, string identity, SourceText text)
    {
        Identity = identity;
        Name = name;
        Path = path;
        Length = text.Length;
        _tree = new Lazy<SyntaxTree>(() => SyntaxTree.Parse(text), LazyThreadSafetyMode.PublicationOnly);
        _bindings = new Lazy<ModuleBindings>(() => ModuleBindings.Of(Tree.Root), LazyThreadSafetyMode.PublicationOnly);
    }

    public string Name { get; }

    public string Path { get; }

    /// <summary>The same for the same content.</summary>
    public string Identity { get; }

    /// <summary>It stands for a folder: modules in that folder are its attributes.</summary>
    public bool IsPackage => Path.EndsWith("__init__.py", StringComparison.Ordinal);

    /// <summary>In characters.</summary>
    public int Length { get; }

    /// <summary>Parsed on the first call.</summary>
    internal SyntaxTree Tree => _tree.Value;

    /// <summary>The statements that bind the names of the module.</summary>
    internal ModuleBindings Bindings => _bindings.Value;

    /// <summary>The node stands in this module.</summary>
    internal bool Holds(SyntaxNode node)
    {
        Tree.LinkParents();
        var top = node;
        while (top.Parent is { } parent)
        {
            top = parent;
        }

        return ReferenceEquals(top, Tree.Root);
    }
}
