using System.Collections.Immutable;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes.FakeReleases;

/// <summary>
/// What stands in the loop or function that grows a collection and frees nothing of it: a name that is dropped, a collection of garbage, a copy that
/// is cleared, an item that is taken out of one collection and put into this one.
/// </summary>
internal sealed class FakeReleaseFinder : SyntaxVisitor
{
    private readonly RuleContext _context;
    private readonly GrowthCase _growth;
    private readonly Expression _container;
    private readonly string _name;
    private readonly List<Name> _stored;
    private readonly List<FakeRelease> _found = [];

    private FakeReleaseFinder(GrowthCase growth, Expression container)
    {
        _context = growth.Context;
        _growth = growth;
        _container = container;
        _name = new GrowthText(growth).Name();
        _stored = [.. StoredIn(growth).OfType<Name>()];
    }

    public static IEnumerable<FakeRelease> Find(GrowthCase growth, Expression container)
    {
        var finder = new FakeReleaseFinder(growth, container);
        if (growth.Function is FunctionDef function)
        {
            finder.VisitAll(function.Body);
        }

        if (growth.Fact.Loop is { } loop && !(growth.Function is { } around && growth.Context.Code.IsInside(loop, around)))
        {
            finder.Visit(loop);
        }

        if (Moved(growth) is { } moved)
        {
            finder._found.Add(new FakeRelease(moved, $"What is taken out here goes into {finder._name}, which keeps it: nothing is freed", $"Drop it when it is done with, or give {finder._name} a limit", IsDoubtful: true));
        }

        return finder._found;
    }

    public override void VisitDelete(Delete node)
    {
        if (node.Targets is [Name name] && IsStored(name, node))
        {
            _found.Add(new FakeRelease(node, $"del {name.Id} drops the name and frees nothing: {_name} still holds the object", $"Take it out of {_name} instead, or do not put it in"));
        }
    }

    public override void VisitAssign(Assign node)
    {
        if (node is { Targets: [Name name], Value: Constant { LiteralKind: ConstantKind.None } } && IsStored(name, node))
        {
            _found.Add(new FakeRelease(node, $"{name.Id} = None drops the name and frees nothing: {_name} still holds the object", $"Take it out of {_name} instead, or do not put it in"));
        }

        base.VisitAssign(node);
    }

    public override void VisitCall(Call node)
    {
        if (node.Arguments.IsEmpty && _context.Names.TryResolve(node.Function, out var name) && name.Text is "gc.collect")
        {
            _found.Add(new FakeRelease(node, $"gc.collect() frees nothing here: {_name} still holds every object", $"Drop the objects from {_name}; what nothing refers to goes without gc.collect()"));
        }
        else if (node.Function is Python.Syntax.Attribute { Name: "clear" } clear && IsCopy(clear.Value))
        {
            _found.Add(new FakeRelease(node, $"This clears a copy: {_name} keeps all it has", $"Write {_name}.clear()"));
        }

        base.VisitCall(node);
    }

    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    public override void VisitClassDef(ClassDef node)
    {
    }

    /// <summary>The name is one of what went in, in the same function and further down.</summary>
    private bool IsStored(Name name, SyntaxNode statement) =>
        statement.Start > _growth.Fact.Node.Start && _stored.Exists(stored => string.Equals(stored.Id, name.Id, StringComparison.Ordinal))
        && ReferenceEquals(_context.Code.FunctionAround(statement), _growth.Function);

    /// <summary><c>list(kept)</c>, <c>kept[:]</c>, <c>kept.copy()</c>.</summary>
    private bool IsCopy(Expression expression) => expression switch
    {
        Call { Function: Name { Id: "list" or "dict" or "set" or "sorted" }, Arguments: [var copied] } => SameExpression.Is(copied, _container),
        Call { Function: Python.Syntax.Attribute { Name: "copy" } copy } => SameExpression.Is(copy.Value, _container),
        Subscript { Index: Slice } part => SameExpression.Is(part.Value, _container),
        _ => false,
    };

    private static ImmutableArray<Expression> StoredIn(GrowthCase growth)
    {
        if (growth.Fact.Node is Call call)
        {
            return call.Arguments;
        }

        return growth.Context.Code.StatementAround(growth.Fact.Node) is Assign assign ? [assign.Value] : [];
    }

    private static Call? Moved(GrowthCase growth) =>
        StoredIn(growth).OfType<Call>().FirstOrDefault(static call => call.Function is Python.Syntax.Attribute { Name: "pop" or "popleft" or "popitem" });
}
