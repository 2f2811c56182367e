using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries;

/// <summary>The libraries that a text imports anywhere, by the first part of their names: a rule about a library looks no further where it is missing.</summary>
internal sealed class ImportRoots : SyntaxVisitor
{
    private readonly HashSet<string> _roots = new(StringComparer.Ordinal);

    private ImportRoots()
    {
    }

    public static ImportRoots Of(Module module)
    {
        var roots = new ImportRoots();
        roots.Visit(module);
        return roots;
    }

    public bool Any(IReadOnlySet<string> libraries) => libraries.Overlaps(_roots);

    public bool Has(string library) => _roots.Contains(library);

    public override void VisitImport(Import node)
    {
        foreach (var alias in node.Names)
        {
            _roots.Add(RootOf(alias.Name));
        }
    }

    public override void VisitImportFrom(ImportFrom node)
    {
        if (node is { Level: 0, ModuleName: { } module })
        {
            _roots.Add(RootOf(module));
        }
    }

    protected override void DefaultVisit(SyntaxNode node)
    {
        if (node is not Expression)
        {
            node.VisitChildren(this);
        }
    }

    private static string RootOf(string module) => module.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? module[..dot] : module;
}
