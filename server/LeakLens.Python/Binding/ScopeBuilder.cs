using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary>Collects what each scope's code does with which names; the first pass of CPython's <c>symtable.c</c>.</summary>
internal sealed partial class ScopeBuilder : SyntaxVisitor
{
    private const int NamesBetweenChecks = 4096;

    private readonly Module _root;
    private readonly CancellationToken _cancellation;
    private readonly Scope _module;
    private Scope _scope;
    private bool _annotationsAreText;
    private int _names;

    /// <summary>In <c>json = None</c>, which says that an import failed.</summary>
    private bool _assignsNone;

    public ScopeBuilder(Module root, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _root = root;
        _scope = _module = Create(ScopeKind.Module, root, parent: null, className: null);
        ((IScopeNode)root).ScopeNumber = _scope.Number;
    }

    /// <summary>Every scope at its number.</summary>
    public List<Scope> Scopes { get; } = [];

    /// <summary>The scopes of annotations that are never evaluated.</summary>
    public List<Scope> Detached { get; } = [];

    public List<ImportBinding> Imports { get; } = [];

    /// <summary><c>from x import *</c>, in the order of the text.</summary>
    public List<ImportFrom> StarImports { get; } = [];

    public Scope Build()
    {
        _annotationsAreText = FutureFeatures.HasAnnotations(_root);
        VisitAll(_root.Body);
        return _scope;
    }

    public override void VisitName(Name node)
    {
        if (++_names % NamesBetweenChecks == 0)
        {
            _cancellation.ThrowIfCancellationRequested();
        }

        Bind(node, node.Context switch
        {
            ExpressionContext.Load => SymbolFlags.Use,
            ExpressionContext.Store when !_assignsNone => SymbolFlags.Assigned,
            _ => SymbolFlags.Local,
        });
        if (node.Id is "super" && node.Context == ExpressionContext.Load && _scope.IsFunctionLike)
        {
            _scope.GetOrAddMade("__class__").Flags |= SymbolFlags.Use;
        }
    }

    // The most frequent nodes, without the way over DefaultVisit and VisitChildren.
    public override void VisitConstant(Constant node)
    {
    }

    public override void VisitAttribute(Syntax.Attribute node) => Visit(node.Value);

    public override void VisitExpr(Expr node) => Visit(node.Value);

    public override void VisitKeyword(Keyword node) => Visit(node.Value);

    public override void VisitCall(Call node)
    {
        Visit(node.Function);
        VisitAll(node.Arguments);
        VisitAll(node.Keywords);
    }

    public override void VisitGlobal(Global node)
    {
        foreach (var name in node.Names)
        {
            Add(name, SymbolFlags.Global);
            // As in CPython, the module knows every name that is declared global anywhere.
            _module.GetOrAddMade(Mangle(name)).Flags |= SymbolFlags.Global;
        }
    }

    public override void VisitNonlocal(Nonlocal node)
    {
        foreach (var name in node.Names)
        {
            Add(name, SymbolFlags.Nonlocal);
        }
    }

    public override void VisitImport(Import node)
    {
        foreach (var alias in node.Names)
        {
            var dot = alias.AsName is null ? alias.Name.IndexOf('.', StringComparison.Ordinal) : -1;
            AddImport(dot < 0 ? alias.AsName ?? alias.Name : alias.Name[..dot], alias, from: null);
        }
    }

    public override void VisitImportFrom(ImportFrom node)
    {
        foreach (var alias in node.Names)
        {
            if (alias.Name is "*")
            {
                StarImports.Add(node);
            }
            else
            {
                AddImport(alias.AsName ?? alias.Name, alias, node);
            }
        }
    }

    private void AddImport(string name, Alias alias, ImportFrom? from) =>
        Imports.Add(new ImportBinding(_scope, AddMade(name, SymbolFlags.Import), alias, from));

    public override void VisitAssign(Assign node)
    {
        _assignsNone = node.Value is Constant { LiteralKind: ConstantKind.None };
        DefaultVisit(node);
        _assignsNone = false;
    }

    /// <summary>CPython's order, in which <c>else</c> comes before the handlers; children of a scope follow it.</summary>
    public override void VisitTry(Try node)
    {
        VisitAll(node.Body);
        VisitAll(node.OrElse);
        VisitAll(node.Handlers);
        VisitAll(node.FinalBody);
    }

    public override void VisitExceptHandler(ExceptHandler node)
    {
        VisitOptional(node.Type);
        if (node.Name is not null)
        {
            Add(node.Name, SymbolFlags.Assigned);
        }

        VisitAll(node.Body);
    }

    public override void VisitMatchAs(MatchAs node)
    {
        VisitOptional(node.Pattern);
        AddOptional(node.Name);
    }

    public override void VisitMatchStar(MatchStar node) => AddOptional(node.Name);

    public override void VisitMatchMapping(MatchMapping node)
    {
        VisitAll(node.Keys);
        VisitAll(node.Patterns);
        AddOptional(node.Rest);
    }

    public override void VisitAnnAssign(AnnAssign node)
    {
        if (node.Target is not Name name)
        {
            Visit(node.Target);
        }
        else if (node.IsSimple || node.Value is not null)
        {
            // An annotation alone makes the name local, but binds nothing.
            var isRebound = node.Value is not (null or Constant { LiteralKind: ConstantKind.None });
            Bind(name, (node.IsSimple ? SymbolFlags.Annotated : SymbolFlags.None) | (isRebound ? SymbolFlags.Assigned : SymbolFlags.Local));
        }

        VisitAnnotation(node.Annotation);
        VisitOptional(node.Value);
    }

    public override void VisitYield(Yield node)
    {
        VisitOptional(node.Value);
        _scope.IsGenerator = true;
    }

    public override void VisitYieldFrom(YieldFrom node)
    {
        Visit(node.Value);
        _scope.IsGenerator = true;
    }

    private void AddOptional(string? name)
    {
        if (name is not null)
        {
            Add(name, SymbolFlags.Assigned);
        }
    }

    private void Bind(Name node, SymbolFlags flags)
    {
        node.SymbolIndex = Add(node.Id, flags).Index;
        node.ScopeNumber = _scope.Number;
    }

    /// <summary>A name that may be cut from a longer one.</summary>
    private Symbol AddMade(string name, SymbolFlags flags)
    {
        var symbol = _scope.GetOrAddMade(Mangle(name));
        symbol.Flags |= flags;
        return symbol;
    }

    private Symbol Add(string name, SymbolFlags flags)
    {
        var mangled = Mangle(name);
        var symbol = ReferenceEquals(mangled, name) ? _scope.GetOrAdd(name) : _scope.GetOrAddMade(mangled);
        symbol.Flags |= flags;
        return symbol;
    }

    /// <summary>Private names of a class: two underscores in front, not two behind.</summary>
    private string Mangle(string name)
    {
        if (_scope.ClassName is not { } className || name is not ['_', '_', ..] || name.EndsWith("__", StringComparison.Ordinal) || name.Contains('.', StringComparison.Ordinal))
        {
            return name;
        }

        var stem = className.TrimStart('_');
        return stem.Length == 0 ? name : $"_{stem}{name}";
    }

    private Scope Enter<TNode>(ScopeKind kind, TNode node, string? className = null)
        where TNode : SyntaxNode, IScopeNode
    {
        var outer = _scope;
        _scope = Create(kind, node, outer, className ?? outer.ClassName);
        outer.AddChild(_scope);
        // A generic definition has a scope of type parameters around its own: the node stands for the inner one.
        node.ScopeNumber = _scope.Number;
        return outer;
    }

    private Scope Create(ScopeKind kind, SyntaxNode node, Scope? parent, string? className)
    {
        var scope = new Scope(kind, node, parent, className, Scopes.Count);
        Scopes.Add(scope);
        return scope;
    }
}
