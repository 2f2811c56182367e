using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// A cheap look at the tree before anything is evaluated: which functions can, themselves or through what they call, loop and
/// grow something, or grow something that is not their own. Most functions cannot, and running them as entry points would
/// say nothing. Calls are resolved by name only, and a method that is only named (<c>push = xs.append</c>) counts as called:
/// both err towards yes.
/// </summary>
internal sealed class GrowthScout : SyntaxVisitor
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<SyntaxNode, FunctionNotes> _byNode = [];
    private readonly HashSet<string> _growing = new(LibraryCatalogue.Builtins.GrowingNames, StringComparer.Ordinal);
    private readonly HashSet<string> _calledByAnother = new(StringComparer.Ordinal);
    private readonly HashSet<string> _modules = new(StringComparer.Ordinal);
    private FunctionNotes _current = new(string.Empty);
    private bool? _growsByLooking;

    private readonly LibraryCatalogue _models;
    private readonly CancellationToken _cancellation;

    /// <summary>The attribute that the innermost call calls.</summary>
    private Attribute? _callee;

    private GrowthScout(LibraryCatalogue models, CancellationToken cancellation) => (_models, _cancellation) = (models, cancellation);

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static GrowthScout Look(Module module, LibraryCatalogue models, CancellationToken cancellation) => Look(module, models, [], cancellation);

    /// <summary>As above, of a text that imports functions which grow something under these names.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static GrowthScout Look(Module module, LibraryCatalogue models, IReadOnlyCollection<string> growing, CancellationToken cancellation)
    {
        var scout = new GrowthScout(models, cancellation);
        scout._growing.UnionWith(growing);
        scout.VisitModule(module);
        scout.Resolve();
        scout.Spread();
        return scout;
    }

    /// <summary>Whether running the function as an entry point could say anything.</summary>
    public bool CanGrow(SyntaxNode function) => !_byNode.TryGetValue(function, out var notes) || notes.CanGrow;

    /// <summary>Another function seems to call it: whoever runs that one first need not run this one by itself.</summary>
    public bool IsCalledByAnother(SyntaxNode function) => _byNode.TryGetValue(function, out var notes) && _calledByAnother.Contains(notes.Name);

    /// <summary>Reading an attribute, comparing or printing may run code of the program that grows something.</summary>
    public bool GrowsByLooking => _growsByLooking ??= FindGrowthByLooking();

    /// <summary>The function's own body grows what one of its names refers to.</summary>
    public bool Grows(SyntaxNode function, string name) => _byNode.TryGetValue(function, out var notes) && notes.Grows(name);

    private bool FindGrowthByLooking()
    {
        foreach (var (node, notes) in _byNode)
        {
            if (node is FunctionDef definition && (notes.CanGrow || notes.HasGrowth || notes.HasLoop) && (!definition.Decorators.IsEmpty || IsCalledByLooking(definition.Name)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCalledByLooking(string name) =>
        name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal) && name is not ("__init__" or "__new__" or "__enter__" or "__exit__" or "__iter__" or "__next__" or "__call__" or "__del__");

    public override void VisitFunctionDef(FunctionDef node)
    {
        _cancellation.ThrowIfCancellationRequested();
        var outer = _current;
        _current = new FunctionNotes(node.Name);
        _byNode[node] = _current;
        _names.Add(node.Name);
        _current.CollectParameters(node.Parameters);

        // Defining a function may be as much as calling it: a decorator, a callback.
        outer.AddCall(node.Name);
        base.VisitFunctionDef(node);
        _current = outer;
    }

    public override void VisitCall(Call node)
    {
        _cancellation.ThrowIfCancellationRequested();
        switch (node.Function)
        {
            case Name name:
                _current.AddCall(name.Id);
                _current.AddMayGrow(node);
                break;
            case Attribute attribute:
                _current.AddCall(attribute.Name);
                _current.AddMayGrow(node);
                _callee = attribute;
                break;
            default:
                break;
        }

        base.VisitCall(node);
    }

    /// <summary>A method that is not called here is called under another name, or by somebody who is given it.</summary>
    public override void VisitAttribute(Attribute node)
    {
        if (node.Context == ExpressionContext.Load && !ReferenceEquals(node, _callee))
        {
            _current.AddMayGrow(node);
        }

        base.VisitAttribute(node);
    }

    public override void VisitSubscript(Subscript node)
    {
        if (node.Context == ExpressionContext.Store)
        {
            _current.GrowsBy(node.Value);
        }

        base.VisitSubscript(node);
    }

    public override void VisitAugAssign(AugAssign node)
    {
        _current.GrowsBy(node.Target);
        base.VisitAugAssign(node);
    }

    public override void VisitAssign(Assign node)
    {
        foreach (var target in node.Targets)
        {
            if (target is Name name)
            {
                _current.Binds(name.Id, node.Value is List or Dict or Set or ListComp or DictComp or SetComp or Constant or Call);
            }
        }

        base.VisitAssign(node);
    }

    public override void VisitConstant(Constant node)
    {
        const int DigitsOfMillions = 7;
        _current.HasLargeNumber |= node.LiteralKind == ConstantKind.Integer && node.End - node.Start >= DigitsOfMillions;
    }

    public override void VisitBinOp(BinOp node)
    {
        _current.HasLargeNumber |= node is { Operator: BinaryOperator.Pow or BinaryOperator.LShift, Left: Constant { LiteralKind: ConstantKind.Integer }, Right: Constant };
        base.VisitBinOp(node);
    }

    public override void VisitFor(For node)
    {
        _current.HasLoop = true;
        base.VisitFor(node);
    }

    public override void VisitWhile(While node)
    {
        _current.HasLoop = true;
        base.VisitWhile(node);
    }

    public override void VisitComprehension(Comprehension node)
    {
        _current.HasLoop = true;
        base.VisitComprehension(node);
    }

    public override void VisitImport(Import node)
    {
        foreach (var alias in node.Names)
        {
            Learn(alias.Name);
            _modules.Add(alias.AsName ?? alias.Name.Split('.')[0]);
        }
    }

    public override void VisitImportFrom(ImportFrom node) => Learn(node.ModuleName ?? string.Empty);

    /// <summary>Names of what grows something, in the models of the modules that the program imports.</summary>
    private void Learn(string module)
    {
        for (var end = module.Length; end > 0; end = module.LastIndexOf('.', end - 1))
        {
            _models.AddGrowingNames(module[..end], _growing);
        }
    }

    /// <summary>A call may come before the import that explains it: what calls may grow is looked at when all is read.</summary>
    private void Resolve()
    {
        foreach (var notes in _byNode.Values)
        {
            Resolve(notes);
        }
    }

    private void Resolve(FunctionNotes notes)
    {
        foreach (var node in notes.MayGrow)
        {
            var (function, arguments) = node is Call call ? (call.Function, call.Arguments) : ((Expression)node, []);
            var (name, receiver) = function is Attribute attribute ? (attribute.Name, attribute.Value) : (((Name)function).Id, null);
            if (!_growing.Contains(name))
            {
                continue;
            }

            if (receiver is not null and not Name || (receiver is Name { Id: var id } && !_modules.Contains(id)))
            {
                notes.GrowsBy(receiver);
            }
            else if (arguments is [var first, ..])
            {
                notes.GrowsBy(first);
            }
        }
    }

    /// <summary>What a function does its callers do as well. Each function says something new at most three times, so that this takes as long as there are calls.</summary>
    private void Spread()
    {
        var callers = CallersByName();
        var open = new Queue<FunctionNotes>();
        foreach (var notes in _byNode.Values)
        {
            if (notes.StartSpreading())
            {
                open.Enqueue(notes);
            }
        }

        while (open.TryDequeue(out var notes))
        {
            _cancellation.ThrowIfCancellationRequested();
            foreach (var caller in callers.GetValueOrDefault(notes.Name, []))
            {
                if (caller.Learn(notes))
                {
                    open.Enqueue(caller);
                }
            }
        }
    }

    private Dictionary<string, List<FunctionNotes>> CallersByName()
    {
        var callers = new Dictionary<string, List<FunctionNotes>>(StringComparer.Ordinal);
        foreach (var notes in _byNode.Values)
        {
            foreach (var name in notes.Calls)
            {
                if (_names.Contains(name))
                {
                    if (!string.Equals(name, notes.Name, StringComparison.Ordinal))
                    {
                        _calledByAnother.Add(name);
                    }

                    ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(callers, name, out _);
                    (list ??= []).Add(notes);
                }
            }
        }

        return callers;
    }
}
