using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Heap;
using LeakLens.Python.Binding;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Runs a module over abstract values, the way CPython would run it over real ones. Whatever it does not know it says it
/// does not know; it never guesses a number.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>Calls deeper than this give an unknown value.</summary>
    private const int DeepestCall = 40;

    /// <summary>Steps that the module's own code may take, and that each function may take that only the world calls.</summary>
    private const int ShareOfModule = 80_000;
    private const int ShareOfEntryPoint = 4_000;

    private readonly ScopeTree _scopes;
    private readonly Module _module;
    private readonly GrowthScout _scout;
    private readonly AbstractHeap _heap = new();
    private readonly GrowthLog _growths;
    private readonly Budget _budget;
    private readonly CallContexts _contexts = new();
    private readonly HashSet<SyntaxNode> _called = [];
    private readonly List<HeapObject> _uncalled = [];
    private readonly Dictionary<SyntaxNode, HeapObject> _constants = [];
    private Frame _frame;
    private LoopActivation? _loop;
    private int _depth;
    private int _firstEntryBirth;

    public Evaluator(SyntaxTree tree, Budget budget)
    {
        _scopes = tree.GetScopes();
        _module = tree.Root;
        _scout = GrowthScout.Look(tree.Root);
        _budget = budget;
        _growths = new GrowthLog(_heap, budget);
        _frame = NewFrame(_scopes.Module, _module, closure: null, caller: null, context: 0);
        ModuleFrame = _frame;
    }

    public Frame ModuleFrame { get; }

    public AbstractHeap Heap => _heap;

    public GrowthLog Growths => _growths;

    /// <summary>Some code was not evaluated because the budget was spent.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>Runs the module, and then whatever function nothing called, with unknown arguments.</summary>
    public void Run()
    {
        Guarded(() => ExecuteBody(_module.Body), ShareOfModule);
        _firstEntryBirth = _heap.ObjectCount;
        for (var i = 0; i < _uncalled.Count; i++)
        {
            RunAsEntryPoint(_uncalled[i]);
        }
    }

    /// <summary>The growth was seen in a function that only the world calls.</summary>
    public bool IsInEntryPoint(Growth growth) => growth.Counters.Birth >= _firstEntryBirth;

    private void RunAsEntryPoint(HeapObject function)
    {
        if (function.Payload is not FunctionValue definition || _called.Contains(definition.Definition) || !_scout.CanGrowInLoop(definition.Definition))
        {
            return;
        }

        Guarded(() =>
        {
            var result = CallFunction(function, definition, UnknownArguments(definition), definition.Definition);
            _entryResults.Add(result);
        },
        ShareOfEntryPoint);
    }

    private void Guarded(Action action, int steps)
    {
        try
        {
            _budget.Allow(steps);
            action();
            _growths.MeasureNew();
        }
        catch (BudgetSpentException)
        {
            IsPartial = true;
        }

        _frame = ModuleFrame;
        _frame.Pending.Clear();
        _frame.Loop = null;
        _loop = null;
        _depth = 0;
        _afterCall = Completion.Normal;
    }

    private Frame NewFrame(Scope scope, SyntaxNode node, Frame? closure, Frame? caller, int context)
    {
        var storage = _heap.Allocate(ObjectKind.Frame, node, context);
        storage.InitializeLocals(scope.Symbols.Length);
        return new Frame(scope, storage, closure, caller, context);
    }

    private IEnumerable<HeapObject> LiveFrames()
    {
        for (var frame = _frame; frame is not null; frame = frame.Caller)
        {
            yield return frame.Storage;
            for (var outer = frame.Closure; outer is not null; outer = outer.Closure)
            {
                yield return outer.Storage;
            }
        }
    }
}
