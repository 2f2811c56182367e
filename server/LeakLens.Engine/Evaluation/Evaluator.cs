using System.Collections.Immutable;
using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Modules;
using LeakLens.Python.Binding;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Runs a module over abstract values, the way CPython would run it over real ones. Whatever it does not know it says it
/// does not know; a number that is an average, because no pattern was found or the budget was spent, is marked coarse.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>Calls deeper than this give an unknown value.</summary>
    private const int DeepestCall = 40;

    /// <summary>Steps that the module's own code may take, and that each function may take that only the world calls.</summary>
    private const int ShareOfModule = 80_000;
    private const int ShareOfEntryPoint = 2_000;
    private const int ShareOfCleanUp = 20_000;

    /// <summary>Steps in which work that used up its share may come to its end, as long as that makes the file whole: an entry point, and a class at least as many as its share.</summary>
    private const int ReserveOfEntryPoint = 6_000;

    /// <summary>Once the world has a say, what a module does tells bounds and not numbers, which more steps hardly make better.</summary>
    private const int ShareBehindFirstFork = 55_000;

    /// <summary>Steps without coming to another statement after which, at the earliest, work ends that the world has a say in.</summary>
    private const int PatienceBehindFirstFork = 8_000;
    private const int PatienceOfEntryPoint = 500;

    /// <summary>Calls from the world that do nothing but count.</summary>
    private const int MostCountingCalls = 16;

    /// <summary>Long straight code takes steps too: one for so many characters.</summary>
    private const int CharactersPerStep = 4;

    private readonly Module _module;
    private readonly CancellationToken _cancellation;
    private readonly Lazy<GrowthScout> _scout;
    private readonly AbstractHeap _heap;
    private readonly GrowthLog _growths;
    private readonly Budget _budget;
    private readonly ReachedCode _reached;
    private readonly HarmlessCode _harmless;
    private readonly HurriedCode _hurried;
    private readonly CallContexts _contexts = new();
    private readonly HashSet<SyntaxNode> _called = [];
    private readonly List<HeapObject> _uncalled = [];
    private readonly List<HeapObject> _classes = [];
    private readonly List<Value> _clients = [];
    private readonly Dictionary<SyntaxNode, HeapObject> _constants = [];
    private readonly HeapObject _emptyTuple;
    private readonly HeapObject _thread;
    private Frame _frame;
    private LoopActivation? _loop;
    private int _depth;
    private int _firstEntryBirth;
    private bool _hasForked;
    private SyntaxNode? _unfinished;

    /// <summary>The present call from the world is made because the last one counted on, and for nothing else: it may find more, and nothing is missed when it does not come to its end.</summary>
    private bool _onlyCounts;

    public Evaluator(SyntaxTree tree, Budget budget, TargetVersion target, CancellationToken cancellation, bool isExact = false)
    {
        _heap = new AbstractHeap { IsExact = isExact };
        Target = target;
        _cancellation = cancellation;
        var module = new ModuleRun(tree.GetScopes(cancellation), source: null);
        _module = tree.Root;
        _scout = new Lazy<GrowthScout>(() => GrowthScout.Look(tree.Root, Models, _importedGrowth, cancellation), isThreadSafe: false);
        _budget = budget;
        _reached = new ReachedCode(tree.Root.End);
        _harmless = new HarmlessCode(tree, _scout);
        _hurried = new HurriedCode(_reached, _harmless);
        _growths = new GrowthLog(_heap, budget, target);
        Peaks = new PeakLog(budget, target, isExact ? new ExactSize(_heap, target) : null);
        _frame = NewFrame(module.Scopes.Module, _module, closure: null, caller: null, context: 0, module: module);
        module.Frame = _frame;
        ModuleFrame = _frame;
        _emptyTuple = NewTuple([], _module);
        _thread = _heap.Allocate(ObjectKind.Frame, _module, context: 0);
    }

    /// <summary>Whose bytes are counted.</summary>
    public TargetVersion Target { get; }

    /// <summary>What is known of libraries.</summary>
    public LibraryCatalogue Models { get; init; } = LibraryCatalogue.BuiltIn;

    public Frame ModuleFrame { get; }

    public AbstractHeap Heap => _heap;

    /// <summary>The instances that stand for those that the world makes.</summary>
    public IReadOnlyList<Value> Clients => _clients;

    /// <summary>What is made large at once.</summary>
    public PeakLog Peaks { get; }

    public GrowthLog Growths => _growths;

    /// <summary>What was not followed to its end, because work was cut short or left in a hurry where more may come of it: a function, a loop, another piece of code; null for nothing.</summary>
    public SyntaxNode? FindUnfinished() => _unfinished ?? _hurried.FindUnseen(_module);

    /// <summary>Runs the module, and then what nothing called.</summary>
    public void Run()
    {
        RunModule();
        RunWorld(exact: null);
    }

    public void RunModule()
    {
        ImportModules();
        Guarded(ExecuteModule, ShareOfModule + (_module.End / CharactersPerStep), patience: int.MaxValue);
        _firstEntryBirth = _heap.ObjectCount;
    }

    /// <summary>
    /// Runs what nothing called, as the world would: for ever, with unknown arguments. A class is made once and its methods are
    /// called in any order; a function is called alone.
    /// </summary>
    /// <param name="exact">The exact run of the module, when it came to its end: it called what it called.</param>
    public void RunWorld(Evaluator? exact)
    {
        if (exact is not null)
        {
            _called.UnionWith(exact._called);
            _unfinished = null;
            _hurried.Clear();
        }

        var calledByModule = new HashSet<SyntaxNode>(_called);
        for (var i = 0; i < _classes.Count; i++)
        {
            RunAsClient(_classes[i], calledByModule);
        }

        RunFunctionsOfWorld(thatOthersCall: false);
        RunFunctionsOfWorld(thatOthersCall: true);
    }

    /// <summary>Runs what the module runs, one by one.</summary>
    /// <exception cref="NotDeterminedException">The program does not determine what it does, or does too much.</exception>
    public void RunExactly()
    {
        try
        {
            _budget.Allow(int.MaxValue);
            ExecuteModule();
            TellUncollected();
            _growths.MeasureNew();
        }
        catch (BudgetSpentException)
        {
            TooMuch();
        }
        finally
        {
            EndStrands();
        }

        _firstEntryBirth = _heap.ObjectCount;
    }

    /// <summary>What the module runs repeats something.</summary>
    public bool HasRepeated { get; private set; }

    /// <summary>What the module runs comes to a loop that nothing ends: to run it one by one would take for ever.</summary>
    public bool HasDiverged { get; private set; }

    /// <summary>The growth was seen in code that only the world calls.</summary>
    public bool IsInEntryPoint(Growth growth) => !IsExact && growth.Counters.Birth >= _firstEntryBirth;

    /// <summary>The calls that a chain stands for, the outermost first.</summary>
    public ImmutableArray<SyntaxNode> ChainOf(int context) => _contexts.ChainOf(context);

    private void ExecuteModule()
    {
        foreach (var statement in _module.Body)
        {
            var completion = Execute(statement);
            HasDiverged |= completion == Completion.Diverge && !_hasBegunBeside;
            if (completion != Completion.Normal)
            {
                return;
            }

            Commit();
        }

        SettleServices(_module);
    }

    /// <summary>Between statements of the module, and between entry points, no branch is open: nothing is ever taken back to here.</summary>
    private void Commit()
    {
        _frame.Pending.Clear();
        _heap.Commit();
    }

    /// <summary>Callers come first: what they call is seen with them, and need not be called by the world as well.</summary>
    private void RunFunctionsOfWorld(bool thatOthersCall)
    {
        for (var i = 0; i < _uncalled.Count; i++)
        {
            if (_uncalled[i].Payload is FunctionValue definition && _scout.Value.IsCalledByAnother(definition.Definition) == thatOthersCall)
            {
                RunAsEntryPoint(_uncalled[i], definition);
            }
        }
    }

    private void RunAsEntryPoint(HeapObject function, FunctionValue definition)
    {
        if (!_called.Contains(definition.Definition) && _scout.Value.CanGrow(definition.Definition))
        {
            Guarded(
                () => RunForEver(definition.Definition, () => _entryResults[definition.Definition] = CallFromWorld(function, definition, UnknownArguments(definition))),
                ShareOfEntryPoint);
        }
    }

    private void RunAsClient(HeapObject type, HashSet<SyntaxNode> calledByModule)
    {
        var methods = new List<(HeapObject Function, FunctionValue Definition)>();
        foreach (var slot in type.Slots)
        {
            if (slot.Value.Reference is { Payload: FunctionValue definition } function
                && !calledByModule.Contains(definition.Definition)
                && definition.Name is not ("__init__" or "__new__"))
            {
                methods.Add((function, definition));
            }
        }

        if (type.Payload is not ClassValue { Definition: var node })
        {
            return;
        }

        RunAsFactory(type, node, calledByModule);
        if (!methods.Exists(method => _scout.Value.CanGrow(method.Definition.Definition)))
        {
            return;
        }

        Guarded(
            () =>
            {
                var instance = Call(Value.Of(type), FindInClass(type, "__init__")?.Payload is FunctionValue maker ? UnknownArguments(maker) : CallArguments.None, node);
                _clients.Add(instance);
                _afterCall = Completion.Normal;
                RunForEver(node, () => CallInAnyOrder(instance, type, methods));
            },
            ShareOfEntryPoint * Math.Min(methods.Count, 8));
    }

    /// <summary>The world makes instances again and again; that matters when making one enters it, or something else, in what lives longer.</summary>
    private void RunAsFactory(HeapObject type, SyntaxNode node, HashSet<SyntaxNode> calledByModule)
    {
        if (FindInClass(type, "__init__") is { Payload: FunctionValue maker } && !calledByModule.Contains(maker.Definition) && _scout.Value.CanGrow(maker.Definition))
        {
            Guarded(() => RunForEver(node, () => Call(Value.Of(type), UnknownArguments(maker), node)), ShareOfEntryPoint);
        }
    }

    /// <summary>Whoever calls a coroutine function of a service waits for what it gives.</summary>
    private Value CallFromWorld(HeapObject function, FunctionValue definition, CallArguments arguments)
    {
        var result = CallFunction(function, definition, arguments, definition.Definition);
        return definition is { Scope.IsGenerator: false, Definition: FunctionDef { IsAsync: true } } ? Await(result, definition.Definition) : result;
    }

    private void CallInAnyOrder(Value instance, HeapObject type, List<(HeapObject Function, FunctionValue Definition)> methods)
    {
        foreach (var (function, definition) in methods)
        {
            var receiver = DecorationOf(function) switch
            {
                "classmethod" => Value.Of(type),
                "staticmethod" => Value.Unknown,
                _ => instance,
            };
            _growths.EntryCalls++;
            Maybe(() =>
            {
                _entryResults[definition.Definition] = CallFromWorld(function, definition, UnknownArguments(definition) with { Positional = [receiver] });
                _afterCall = Completion.Normal;
            });
        }
    }

    /// <summary>The last trip decided something that other numbers would decide otherwise. What has not come to a pattern after some trips is left at that.</summary>
    private static bool HasDecidedByNumbers(LoopActivation? loop)
    {
        if (loop is { History.Count: > 0, Evaluated: < MostCountingCalls })
        {
            foreach (var (key, margin) in loop.History[^1].Guards.Margins)
            {
                if (margin != GuardLog.Never && !key.IsBend)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Repeats a call without end, as long as the last one left something longer than it was, or counted on and asks how far.</summary>
    private void RunForEver(SyntaxNode node, Action call)
    {
        var birth = _heap.ObjectCount;
        var mark = -1;
        RunLoop(
            node,
            () =>
            {
                var goesOn = mark < 0 || _heap.GrewSince(mark, birth);
                _onlyCounts = !goesOn && !_budget.IsHurried && HasDecidedByNumbers(_loop) && _heap.CountedSince(mark, birth);
                mark = _heap.TakeMark();
                return goesOn || _onlyCounts;
            },
            () =>
            {
                call();
                _afterCall = Completion.Normal;
                return Completion.Normal;
            });
    }

    private void Guarded(Action action, int steps, int patience = PatienceOfEntryPoint)
    {
        try
        {
            _onlyCounts = false;
            _reached.Begin();
            _budget.Allow(steps, patience, patience == int.MaxValue || _unfinished is not null ? 0 : Math.Max(ReserveOfEntryPoint, steps));
            action();
            _growths.MeasureNew();
        }
        catch (BudgetSpentException)
        {
            _unfinished ??= _onlyCounts ? null : OutermostCall();
            _budget.Allow(ShareOfCleanUp);
            AbandonLoops();
        }

        _frame = ModuleFrame;
        Commit();
        _frame.Loop = null;
        _loop = null;
        _depth = 0;
        _openForks = 0;
        _temporaries.Clear();
        _afterCall = Completion.Normal;
        _tries = 0;
    }

    /// <summary>The function that was called first of those that run, or the loop of the module.</summary>
    private SyntaxNode OutermostCall()
    {
        SyntaxNode found = _module;
        for (var frame = _frame; frame is not null && frame != ModuleFrame; frame = frame.Caller)
        {
            found = !frame.Module.IsImported && frame.Function?.Payload is FunctionValue { Definition: var definition } ? definition : found;
        }

        for (var loop = _loop; ReferenceEquals(found, _module) && loop is not null; loop = loop.Outer)
        {
            found = loop.Outer is null ? loop.Node : found;
        }

        return found;
    }

    private Frame NewFrame(Scope scope, SyntaxNode node, Frame? closure, Frame? caller, int context, HeapObject? function = null, ModuleRun? module = null)
    {
        var storage = _heap.Allocate(ObjectKind.Frame, node, context);
        storage.InitializeLocals(scope.Symbols.Length);
        return module is null
            ? new Frame(scope, storage, closure, caller, context) { Function = function }
            : new Frame(scope, storage, closure, caller, context) { Module = module };
    }
}
