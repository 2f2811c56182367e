using System.Runtime.InteropServices;
using LeakLens.Engine.Modules;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>
/// The names and attributes whose contents a file takes out somewhere, whether or not evaluation got there: what is trimmed in
/// a method that nothing calls, or behind an unknown condition, is trimmed.
/// </summary>
internal sealed class TrimFinder : SyntaxVisitor
{
    private readonly ScopeTree _scopes;
    private readonly HashSet<object> _trimmed = [];
    private readonly Dictionary<string, HashSet<string>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<object, List<ClassDef?>> _itself = [];
    private readonly HashSet<(ClassDef?, object)> _bound = [];
    private readonly List<(object Alias, object Meant)> _aliases = [];
    private readonly HashSet<(object Place, FunctionDef Function)> _measured = [];
    private readonly Dictionary<string, ClassDef> _classes = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellation;

    private ClassDef? _class;
    private FunctionDef? _function;

    private TrimFinder(ScopeTree scopes, CancellationToken cancellation)
    {
        _scopes = scopes;
        _cancellation = cancellation;
    }

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static TrimFinder Look(Module module, ScopeTree scopes, CancellationToken cancellation)
    {
        var finder = new TrimFinder(scopes, cancellation);
        finder.Visit(module);
        foreach (var (_, meant) in finder._aliases.FindAll(pair => finder._trimmed.Contains(pair.Alias)))
        {
            finder._trimmed.Add(meant);
        }

        foreach (var (alias, meant) in finder._aliases)
        {
            foreach (var type in finder._itself.GetValueOrDefault(alias) ?? [])
            {
                finder.AddItself(meant, type);
            }
        }

        return finder;
    }

    /// <summary>Contents of what the expression gives are taken out somewhere, or it is given a new container.</summary>
    public bool IsTrimmed(Expression holder) => _scopes.PlaceOf(holder) is { } place && _trimmed.Contains(place);

    /// <summary>
    /// Contents of the container itself are taken out somewhere, not only contents of what lies in it; or a method other than the constructor
    /// gives it a new one. An attribute of a class that has nothing to do with <paramref name="type"/> is another one.
    /// </summary>
    public bool IsTrimmedItself(Expression holder, ClassDef? type) => _scopes.PlaceOf(holder) is { } place && _itself.TryGetValue(place, out var types)
        && types.Exists(other => other is null || type is null || ReferenceEquals(other, type) || !other.Bases.IsEmpty || !type.Bases.IsEmpty);

    /// <summary>Somebody looks after the container: contents are taken out of it, or the function asks for its length, and so may decide by it whether more goes in.</summary>
    public bool IsTended(Expression holder, ClassDef? type, SyntaxNode? function) =>
        IsTrimmedItself(holder, type) || (function is FunctionDef asking && _scopes.PlaceOf(holder) is { } place && _measured.Contains((place, asking)));

    /// <summary>Contents are taken out, of an attribute of whatever object.</summary>
    public bool IsTrimmed(string attribute) => _trimmed.Contains(attribute);

    /// <summary>Attributes of what the name, or the path with dots, refers to that contents are taken out of.</summary>
    public IReadOnlyCollection<string> MembersOf(string path) => _members.GetValueOrDefault(path) ?? [];

    /// <summary>Contents are taken out of what a name of the module refers to, or it is bound again.</summary>
    public bool IsTrimmed(Symbol symbol) => _trimmed.Contains(symbol);

    public override void VisitCall(Call node)
    {
        _cancellation.ThrowIfCancellationRequested();
        switch (node.Function)
        {
            case Name { Id: "len" } when node.Arguments is [Name or Attribute] && node.Arguments[0] is var measured && _function is { } function && _scopes.PlaceOf(measured) is { } place:
                _measured.Add((place, function));
                break;
            case Attribute { Name: "heappop" or "heapreplace" or "heappushpop" } or Name { Id: "heappop" or "heapreplace" or "heappushpop" }:
                Trim(node.Arguments is [var heap, ..] ? heap : null);
                break;
            case Attribute method when LifetimeData.Instance.Set("trimming").Contains(method.Name) || (method.Name is "get" && node.Arguments.IsEmpty):
                Trim(method.Value);
                break;
            default:
                break;
        }

        foreach (var argument in node.Arguments)
        {
            // Somebody else is to call it: weakref.finalize(thing, table.pop, key).
            if (argument is Attribute { Value: var handed } callback && LifetimeData.Instance.Set("trimming").Contains(callback.Name))
            {
                Trim(handed);
            }
        }

        base.VisitCall(node);
    }

    public override void VisitClassDef(ClassDef node)
    {
        _classes[node.Name] = node;
        (var outer, _class) = (_class, node);
        base.VisitClassDef(node);
        _class = outer;
    }

    public override void VisitFunctionDef(FunctionDef node)
    {
        (var outer, _function) = (_function, node);
        base.VisitFunctionDef(node);
        _function = outer;
    }

    public override void VisitDelete(Delete node)
    {
        foreach (var target in node.Targets)
        {
            Trim(target is Subscript item ? item.Value : target);
        }

        base.VisitDelete(node);
    }

    public override void VisitAssign(Assign node)
    {
        foreach (var target in node.Targets)
        {
            Bind(target);
        }

        if (node is { Targets: [Name alias], Value: Name or Attribute } && _scopes.PlaceOf(alias) is { } place && _scopes.PlaceOf(node.Value) is { } meant)
        {
            _aliases.Add((place, meant));
        }

        base.VisitAssign(node);
    }

    public override void VisitAnnAssign(AnnAssign node)
    {
        if (node.Value is not null)
        {
            Bind(node.Target);
        }

        base.VisitAnnAssign(node);
    }

    public override void VisitAugAssign(AugAssign node)
    {
        if (node.Operator is BinaryOperator.Sub or BinaryOperator.BitAnd)
        {
            Trim(node.Target);
        }

        base.VisitAugAssign(node);
    }

    /// <summary>The class that stands around, or the one that is named: <c>Table.rows = []</c>.</summary>
    private ClassDef? ClassOf(Expression target) =>
        target is Attribute { Value: Name { Id: var name } } && _classes.GetValueOrDefault(name) is { } named ? named : _class;

    /// <summary>The first binding makes the container; any other replaces it.</summary>
    private void Bind(Expression target)
    {
        switch (target)
        {
            case Tuple tuple:
                foreach (var element in tuple.Elements)
                {
                    Bind(element);
                }

                break;
            case Subscript { Index: Slice } slice:
                Trim(slice.Value);
                break;
            case Name or Attribute when _scopes.PlaceOf(target) is { } place:
                if (!_bound.Add((ClassOf(target), place)))
                {
                    _trimmed.Add(place);
                }

                if (target is Attribute && _function is { Name: not "__init__" })
                {
                    AddItself(place, ClassOf(target));
                }

                if (target is Name { Id: var name } && _class is not null && _scopes.GetScopeOf((Name)target) is { Kind: ScopeKind.Class })
                {
                    // Elsewhere it is an attribute: of self, or of the class.
                    _bound.Add((_class, name));
                }

                break;
            default:
                break;
        }
    }

    private void Trim(Expression? holder)
    {
        if (holder is not null && _scopes.PlaceOf(holder) is { } place)
        {
            _trimmed.Add(place);
            if (holder is Attribute member && SyntaxPaths.DottedOf(member.Value) is { } owner)
            {
                ref var members = ref CollectionsMarshal.GetValueRefOrAddDefault(_members, owner, out _);
                (members ??= new(StringComparer.Ordinal)).Add(member.Name);
            }

            if (holder is Name or Attribute)
            {
                AddItself(place, holder is Attribute { Value: Name } ? ClassOf(holder) : null);
            }
        }
    }

    private void AddItself(object place, ClassDef? type)
    {
        if (!_itself.TryGetValue(place, out var types))
        {
            _itself[place] = types = [];
        }

        if (!types.Contains(type))
        {
            types.Add(type);
        }
    }
}
