using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Modules;

/// <summary>
/// Which names of a text matter to what may grow in it: those that growing functions name, those that the module's own loops and calls name, and so on with
/// what these are bound to. All other imports are not looked at: most files import much and grow little.
/// </summary>
internal sealed class ImportNeeds : SyntaxVisitor
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<(string Module, string Member)> _members = [];
    private readonly Dictionary<string, List<SyntaxNode>> _byName = new(StringComparer.Ordinal);
    private readonly Queue<SyntaxNode> _open = new();

    /// <summary>The names.</summary>
    public IReadOnlySet<string> Names => _names;

    /// <summary>Attributes of names: <c>("a.b", "c")</c> for <c>a.b.c</c>, and <c>("a", "b")</c>.</summary>
    public IEnumerable<(string Module, string Member)> Members => _members;

    /// <param name="canGrow">Of a function: running it could say something.</param>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static ImportNeeds Of(Module module, Func<SyntaxNode, bool> canGrow, CancellationToken cancellation)
    {
        var needs = new ImportNeeds();
        var definitions = new GrowingDefinitions(canGrow, needs._open.Enqueue, needs.Note);
        foreach (var statement in module.Body)
        {
            cancellation.ThrowIfCancellationRequested();
            definitions.Enter(statement, isOfModule: true);
        }

        while (needs._open.TryDequeue(out var node))
        {
            cancellation.ThrowIfCancellationRequested();
            needs.Visit(node);
        }

        return needs;
    }

    public override void VisitName(Name node) => Need(node.Id);

    public override void VisitAttribute(Attribute node)
    {
        if (SyntaxPaths.DottedOf(node.Value) is { } owner)
        {
            _members.Add((owner, node.Name));
        }

        Open(node.Name);
        base.VisitAttribute(node);
    }

    /// <summary>What is defined inside is looked at when it is named, or grows something itself; annotations say nothing about what runs.</summary>
    public override void VisitFunctionDef(FunctionDef node)
    {
        VisitAll(node.Decorators);
        foreach (var standard in node.Parameters.Defaults)
        {
            Visit(standard);
        }

        VisitAll(node.Body);
    }

    public override void VisitAnnAssign(AnnAssign node)
    {
        Visit(node.Target);
        if (node.Value is { } value)
        {
            Visit(value);
        }
    }

    /// <summary>An import needs nothing: it is what is needed or not.</summary>
    public override void VisitImport(Import node)
    {
    }

    public override void VisitImportFrom(ImportFrom node)
    {
    }

    private void Need(string name)
    {
        if (_names.Add(name))
        {
            Open(name);
        }
    }

    private void Open(string name)
    {
        if (_byName.Remove(name, out var nodes))
        {
            foreach (var node in nodes)
            {
                _open.Enqueue(node);
            }
        }
    }

    private void Note(string name, SyntaxNode node)
    {
        if (!_byName.TryGetValue(name, out var nodes))
        {
            _byName[name] = nodes = [];
        }

        nodes.Add(node);
    }
}
