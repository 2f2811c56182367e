using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>
/// Which functions of a text can lead to where code is executed, loaded or started, told from the names that they mention: a trace runs
/// those alone. A name is taken for everything that is spelled so, wherever it stands, and what fetches names that are put together
/// (<c>getattr</c>, <c>globals()</c>) may lead anywhere: what is said to lead nowhere leads nowhere.
/// </summary>
internal sealed class SinkReach : SyntaxVisitor
{
    private readonly MentionGraph _graph = new();
    private readonly Dictionary<SyntaxNode, MentionUnit> _units = new(ReferenceEqualityComparer.Instance);
    private readonly CancellationToken _cancellation;
    private MentionUnit _unit;
    private ClassDef? _class;

    /// <summary>The function around, and the name by which it knows its instance.</summary>
    private (string? Name, string? Self) _function;

    /// <summary>The names that the value of the expression at hand goes to.</summary>
    private IReadOnlyList<string> _targets = [];

    private SinkReach(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _unit = _graph.Module;
    }

    /// <summary>Something in the text, in a function or outside, may lead there.</summary>
    public bool IsAnywhere => _graph.IsAnyReached;

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static SinkReach Of(SyntaxTree tree, CancellationToken cancellation)
    {
        var reach = new SinkReach(cancellation);
        reach.Visit(tree.Root);
        reach.AddRoots(tree);
        reach._graph.Spread(cancellation);
        return reach;
    }

    /// <summary>A run of the function or lambda may lead there. One inside another counts as a part of it.</summary>
    public bool Covers(SyntaxNode function) => !_units.TryGetValue(function, out var unit) || unit.IsReached;

    public override void VisitFunctionDef(FunctionDef node)
    {
        _cancellation.ThrowIfCancellationRequested();
        VisitAll(node.Decorators);
        VisitOptional(node.Returns);
        var (unit, function, targets) = Enter(node, node.Parameters, node.Name);
        _function.Name = node.Name;
        VisitAll(node.Body);
        (_unit, _function, _targets) = (unit, function, targets);
    }

    public override void VisitLambda(Lambda node)
    {
        var (unit, function, targets) = Enter(node, node.Parameters, name: null);
        _targets = targets;
        Visit(node.Body);
        (_unit, _function, _targets) = (unit, function, targets);
    }

    public override void VisitClassDef(ClassDef node)
    {
        // Who makes an instance of a class runs what it inherits, too.
        VisitAll(node.Decorators);
        var before = _targets;
        _targets = [node.Name];
        VisitAll(node.Bases);
        VisitAll(node.Keywords);
        _targets = [];
        (var outer, _class) = (_class, node);
        VisitAll(node.Body);
        (_class, _targets) = (outer, before);
    }

    public override void VisitAssign(Assign node)
    {
        Give(NamesIn(node.Targets), node.Value);
        VisitAll(node.Targets);
    }

    public override void VisitAnnAssign(AnnAssign node)
    {
        Give(NamesIn(node.Target), node.Value);
        Visit(node.Target);
    }

    public override void VisitAugAssign(AugAssign node)
    {
        Give(NamesIn(node.Target), node.Value);
        Visit(node.Target);
        NoteChange(node.Target);
    }

    public override void VisitNamedExpr(NamedExpr node)
    {
        Give([.. _targets, node.Target.Id], node.Value);
        Visit(node.Target);
    }

    public override void VisitFor(For node)
    {
        Give(NamesIn(node.Target), node.Iterable);
        Visit(node.Target);
        VisitAll(node.Body);
        VisitAll(node.OrElse);
    }

    public override void VisitComprehension(Comprehension node)
    {
        Give([.. _targets, .. NamesIn(node.Target)], node.Iterable);
        Visit(node.Target);
        VisitAll(node.Conditions);
    }

    public override void VisitWithItem(WithItem node)
    {
        Give(node.Target is { } target ? NamesIn(target) : [], node.Context);
        VisitOptional(node.Target);
    }

    public override void VisitReturn(Return node) => GiveResult(node.Value);

    public override void VisitYield(Yield node) => GiveResult(node.Value);

    public override void VisitYieldFrom(YieldFrom node) => GiveResult(node.Value);

    public override void VisitCall(Call node)
    {
        switch (node.Function)
        {
            case Name { Id: "getattr" } when node.Arguments is [var from, var name, ..]:
                MentionFetched(from, name);
                break;
            case Name name:
                _graph.MentionCalled(_unit, name.Id, _targets);
                break;
            case Attribute attribute:
                _graph.MentionCalled(_unit, attribute.Name, _targets);
                Visit(attribute.Value);
                NoteChange(attribute);
                break;
            default:
                Visit(node.Function);
                break;
        }

        VisitAll(node.Arguments);
        VisitAll(node.Keywords);
    }

    public override void VisitName(Name node)
    {
        _graph.Mention(_unit, node.Id, _targets);
        if (node.Context is ExpressionContext.Store && _unit == _graph.Module && _class is null)
        {
            _graph.Globals.Add(node.Id);
        }
    }

    public override void VisitAttribute(Attribute node)
    {
        _graph.Mention(_unit, node.Name, _targets);
        Visit(node.Value);
        NoteChangeUnlessRead(node, node.Context);
    }

    public override void VisitSubscript(Subscript node)
    {
        base.VisitSubscript(node);
        NoteChangeUnlessRead(node, node.Context);
    }

    public override void VisitGlobal(Global node)
    {
        foreach (var name in node.Names)
        {
            _unit.Changes.Add(name);
            _graph.Globals.Add(name);
        }
    }

    private void AddRoots(SyntaxTree tree)
    {
        var scopes = tree.GetScopes();
        var roots = new HashSet<string>(LibraryNames.Set("detours"), StringComparer.Ordinal);
        var imported = new HashSet<string>(StringComparer.Ordinal) { "builtins" };
        foreach (var import in scopes.ImportedNames)
        {
            imported.Add(import.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? import[..dot] : import);
        }

        foreach (var sink in LibraryNames.Sinks)
        {
            if (imported.Contains(sink[..sink.IndexOf('.', StringComparison.Ordinal)]))
            {
                roots.Add(sink[(sink.LastIndexOf('.') + 1)..]);
            }
        }

        foreach (var (name, original) in scopes.ImportAliases)
        {
            if (roots.Contains(original[(original.LastIndexOf('.') + 1)..]))
            {
                roots.Add(name);
            }
        }

        foreach (var root in roots)
        {
            _graph.Reach(root);
        }

        foreach (var detour in LibraryNames.Set("detours"))
        {
            _graph.Reach(MentionGraph.ResultOf(detour));
        }
    }

    private (MentionUnit Unit, (string? Name, string? Self) Function, IReadOnlyList<string> Targets) Enter(SyntaxNode node, Arguments parameters, string? name)
    {
        VisitAll(parameters.Defaults);
        foreach (var fallback in parameters.KeywordDefaults)
        {
            VisitOptional(fallback);
        }

        var outer = (_unit, _function, _targets);
        if (_unit == _graph.Module)
        {
            _unit = _graph.NewUnit(name is null ? null : NameOfUse(name));
            _function.Self = _class is null ? null : parameters.Positional.FirstOrDefault()?.Name;
        }

        _units[node] = _unit;
        _targets = [];
        return outer;
    }

    /// <summary>Methods such as <c>__init__</c> are called by no name of theirs.</summary>
    private string NameOfUse(string name) => _class is { } type && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal) ? type.Name : name;

    /// <summary>What <c>getattr</c> fetches by a name that stands there is mentioned by it; methods of the own instance lead where their own names lead.</summary>
    private void MentionFetched(Expression from, Expression name)
    {
        if (name is Constant { Value: string known })
        {
            _graph.Mention(_unit, known, _targets);
        }
        else if (from is not Name { Id: var self } || !string.Equals(self, _function.Self, StringComparison.Ordinal))
        {
            _graph.MentionCalled(_unit, "getattr", _targets);
        }
    }

    private void Give(IReadOnlyList<string> targets, Expression? value)
    {
        (var before, _targets) = (_targets, targets);
        VisitOptional(value);
        _targets = before;
    }

    private void GiveResult(Expression? value) => Give(_function.Name is { } name ? [MentionGraph.ResultOf(name)] : [], value);

    private void NoteChangeUnlessRead(Expression target, ExpressionContext context)
    {
        if (context is not ExpressionContext.Load)
        {
            NoteChange(target);
        }
    }

    /// <summary>What an assignment to an element, or a call of a method, may change: the object at the bottom.</summary>
    private void NoteChange(Expression target)
    {
        while (target is Attribute or Subscript)
        {
            target = target is Attribute attribute ? attribute.Value : ((Subscript)target).Value;
        }

        if (target is Name name)
        {
            _unit.Changes.Add(name.Id);
        }
    }

    private static List<string> NamesIn(Expression target) => NamesIn([target]);

    private static List<string> NamesIn(IEnumerable<Expression> targets)
    {
        var names = new List<string>();
        var waiting = new Stack<Expression>(targets);
        while (waiting.TryPop(out var target))
        {
            switch (target)
            {
                case Name name:
                    names.Add(name.Id);
                    break;
                case Attribute attribute:
                    names.Add(attribute.Name);
                    break;
                case Subscript subscript:
                    waiting.Push(subscript.Value);
                    break;
                case Starred starred:
                    waiting.Push(starred.Value);
                    break;
                case Python.Syntax.Tuple { Elements: var elements }:
                    PushAll(waiting, elements);
                    break;
                case List { Elements: var elements }:
                    PushAll(waiting, elements);
                    break;
                default:
                    break;
            }
        }

        return names;
    }

    private static void PushAll(Stack<Expression> waiting, System.Collections.Immutable.ImmutableArray<Expression> elements)
    {
        foreach (var element in elements)
        {
            waiting.Push(element);
        }
    }
}
