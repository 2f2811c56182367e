using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Modules;

/// <summary>Which attributes a text asks of names that modules are bound to: <c>("a.b", "c")</c> for <c>a.b.c</c>, and <c>("a", "b")</c>.</summary>
internal sealed class ModuleMembers : SyntaxVisitor
{
    private readonly HashSet<string> _names;
    private readonly HashSet<(string Module, string Member)> _found = [];

    private ModuleMembers(HashSet<string> names) => _names = names;

    /// <param name="names">The names that modules, or the packages around them, are bound to.</param>
    public static IEnumerable<(string Module, string Member)> Find(Module module, HashSet<string> names)
    {
        var finder = new ModuleMembers(names);
        finder.Visit(module);
        return finder._found;
    }

    public override void VisitAttribute(Attribute node)
    {
        if (PathOf(node.Value) is { } owner)
        {
            _found.Add((owner, node.Name));
        }

        base.VisitAttribute(node);
    }

    private string? PathOf(Expression owner) => owner switch
    {
        Name name => _names.Contains(name.Id) ? name.Id : null,
        Attribute { Value: Name or Attribute } attribute when PathOf(attribute.Value) is { } path => path + "." + attribute.Name,
        _ => null,
    };
}
