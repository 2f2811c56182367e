using LeakLens.Engine.Evaluation.Strands;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Tasks and futures in the exact run: what they gave is kept in the object, for whoever keeps that.</summary>
internal sealed partial class Evaluator
{
    private const string ResultSlot = "_result";
    private const string ErrorSlot = "_exception";
    private const string CoroutineSlot = "_coro";
    private const string TaskNameSlot = "_name";

    /// <summary>What happens when something that can be awaited is awaited.</summary>
    private readonly Dictionary<HeapObject, Func<Value>> _later = [];

    /// <summary>Something to await: what it does is done then.</summary>
    private Value Later(Func<Value> action, SyntaxNode node)
    {
        var awaitable = NewLibraryObject("asyncio.nothing", node);
        _later.Add(awaitable, action);
        return Value.Of(awaitable);
    }

    private HeapObject NewLibraryObject(string type, SyntaxNode node) => _heap.Allocate(ObjectKind.Opaque, node, _frame.Context, Models.FindType(type));

    private static bool IsFuture(HeapObject target) => target.Payload is TypeModel type && StrandTypes.Of(type).Kind == StrandKind.Future;

    /// <summary><c>await x</c> in the exact run; null when it is none of a library.</summary>
    private Value? AwaitExactly(Value awaited)
    {
        if (awaited.Reference is not { } target)
        {
            return null;
        }

        return _later.Remove(target, out var action) ? action()
            : IsFuture(target) ? ResultOf(target)
            : null;
    }

    private Value ResultOf(HeapObject future)
    {
        var signal = SignalOf(future);
        if (!WaitUntil(() => signal.IsSet))
        {
            return Value.Unknown;
        }

        if (signal.IsCancelled)
        {
            return RaiseNew("asyncio.CancelledError", Value.Absent, future.Site.Node);
        }

        if (future.Get(SlotKey.Attribute(ErrorSlot)) is { IsAbsent: false, Kind: not ValueKind.None } error)
        {
            SetRaised(error);
            _afterCall = Completion.Raise;
            return Value.Unknown;
        }

        return future.Get(SlotKey.Attribute(ResultSlot)) is { IsAbsent: false } result ? result : Value.None;
    }

    /// <summary>A name that was given; others are numbered.</summary>
    private Value NameTask(Value task, CallArguments arguments)
    {
        if (task.Reference is { } named && arguments.Find("name") is { IsAbsent: false, Kind: not ValueKind.None } name)
        {
            _heap.Set(named, SlotKey.Attribute(TaskNameSlot), name);
        }

        return task;
    }

    /// <summary>The task that runs something; a task or future is one already.</summary>
    private Value TaskOf(Value coroutine, SyntaxNode node)
    {
        if (coroutine.Reference is { } known && IsFuture(known))
        {
            return coroutine;
        }

        var task = NewLibraryObject("asyncio.Task", node);
        var signal = SignalOf(task);
        if (coroutine.Reference is { } held)
        {
            _heap.Set(task, SlotKey.Attribute(CoroutineSlot), Value.Of(held));
        }

        var context = ValuesOf(_context) is null ? null : CopyContext(_context, node);
        if (context is not null)
        {
            _heap.Set(task, SlotKey.Attribute("_context"), Value.Of(context));
        }

        signal.Strand = BeginStrand(
            () =>
            {
                if (!signal.IsSet)
                {
                    Finish(task, Await(coroutine, node), node);
                }
            },
            context);
        return Value.Of(task);
    }

    /// <summary>Something is done, with a result or with the exception that was just raised.</summary>
    private void Finish(HeapObject future, Value result, SyntaxNode node)
    {
        var signal = SignalOf(future);
        if (_afterCall != Completion.Normal)
        {
            signal.IsCancelled = IsInstanceOfKnown(Raised, "asyncio.CancelledError") == true;
            _heap.Set(future, SlotKey.Attribute(ErrorSlot), Raised);
            SetRaised(Value.Absent);
            _afterCall = Completion.Normal;
        }
        else
        {
            _heap.Set(future, SlotKey.Attribute(ResultSlot), result);
        }

        Settle(future, signal, node);
    }

    private void Settle(HeapObject future, Signal signal, SyntaxNode node)
    {
        signal.IsSet = true;
        foreach (var callback in signal.Callbacks)
        {
            Call(callback, new CallArguments([Value.Of(future)], []), node);
            _afterCall = Completion.Normal;
        }

        signal.Callbacks.Clear();
    }

    /// <summary>asyncio.run: when the main coroutine is done, all that is left is cancelled.</summary>
    private Value RunLoopOf(Value main, SyntaxNode node)
    {
        var context = _context;
        _context = ValuesOf(context) is null ? null : CopyContext(context, node);
        var result = Await(main, node);
        _context = context;
        var (completion, raised) = (_afterCall, Raised);
        _afterCall = Completion.Normal;
        var left = _signals.Where(static entry => !entry.Value.IsSet && entry.Value.Strand is not null && entry.Key.Payload is TypeModel { QualifiedName: "asyncio.Task" }).ToList();
        foreach (var (task, signal) in left)
        {
            Cancel(task, signal, node);
        }

        WaitUntil(() => left.TrueForAll(static entry => entry.Value.IsSet));
        _afterCall = completion;
        SetRaised(raised);
        return result;
    }

    private void Cancel(HeapObject task, Signal signal, SyntaxNode node)
    {
        if (signal.Strand is { HasBegun: true } strand)
        {
            strand.IsCancelled = true;
            return;
        }

        signal.IsCancelled = true;
        _heap.Set(task, SlotKey.Attribute(CoroutineSlot), Value.Absent);
        Settle(task, signal, node);
    }

    private List<Value> RequireItems(Value several, SyntaxNode node) => DrawItems(several, node) ?? throw new NotDeterminedException();

    private Value GatherTasks(CallArguments arguments, SyntaxNode node)
    {
        var all = arguments.HasUnknownMore && !arguments.Starred.IsAbsent ? [.. arguments.Positional, .. RequireItems(arguments.Starred, node)] : arguments.Positional;
        var tasks = all.Select(one => TaskOf(one, node)).ToList();
        var keepsErrors = arguments.Find("return_exceptions") is { IsAbsent: false } given && Truth(given, node) == true;
        return Later(() => ResultsOf(tasks, keepsErrors, node), node);
    }

    private Value ResultsOf(List<Value> tasks, bool keepsErrors, SyntaxNode node)
    {
        var results = new List<Value>(tasks.Count);
        foreach (var task in tasks)
        {
            var result = task.Reference is { } future ? ResultOf(future) : Value.Unknown;
            if (_afterCall != Completion.Normal)
            {
                if (!keepsErrors)
                {
                    return Value.Unknown;
                }

                result = Raised;
                SetRaised(Value.Absent);
                _afterCall = Completion.Normal;
            }

            results.Add(result);
        }

        return Value.Of(NewList([.. results], results.Count, node));
    }

    /// <summary>asyncio.wait_for: what takes too long is cancelled.</summary>
    private Value WaitFor(CallArguments arguments, SyntaxNode node)
    {
        var limit = LimitOf(Argument(arguments, 1, "timeout"));
        return Later(
            () =>
            {
                if (double.IsPositiveInfinity(limit))
                {
                    return Await(arguments[0], node);
                }

                if (TaskOf(arguments[0], node).Reference is not { } task || SignalOf(task) is not { } signal)
                {
                    return Value.Unknown;
                }

                if (WaitUntil(() => signal.IsSet, limit))
                {
                    return ResultOf(task);
                }

                Cancel(task, signal, node);
                return RaiseNew("TimeoutError", Value.Absent, node);
            },
            node);
    }

    private Value WaitForAll(Value several, SyntaxNode node)
    {
        var tasks = RequireItems(several, node).ConvertAll(one => TaskOf(one, node));
        return Later(
            () =>
            {
                WaitUntil(() => tasks.TrueForAll(task => task.Reference is { } future && SignalOf(future).IsSet));
                var (done, pending) = (_heap.Allocate(ObjectKind.Set, node, _frame.Context), _heap.Allocate(ObjectKind.Set, node, _frame.Context));
                foreach (var task in tasks)
                {
                    Add(done, task, node, "wait");
                }

                return Value.Of(NewTuple([Value.Of(done), Value.Of(pending)], node));
            },
            node);
    }

    private Value InOrderOfEnd(Value several, SyntaxNode node)
    {
        var items = RequireItems(several, node);
        if (items.Exists(static item => item.Reference is not { } target || !IsFuture(target)))
        {
            items = items.ConvertAll(one => TaskOf(one, node));
        }
        else
        {
            WaitUntil(() => items.TrueForAll(item => item.Reference is { } future && SignalOf(future).IsSet));
        }

        return Value.Of(MakeIterator(Value.Of(NewList([.. items], items.Count, node)), node));
    }

    private Value? CallFutureMethod(HeapObject target, string name, CallArguments arguments, SyntaxNode node)
    {
        var signal = SignalOf(target);
        switch (name)
        {
            case "get_name" when target.Get(SlotKey.Attribute(TaskNameSlot)) is { IsAbsent: false } given:
                return given;
            case "set_name":
                _heap.Set(target, SlotKey.Attribute(TaskNameSlot), arguments[0]);
                return Value.None;
            case "result":
                return ResultOf(target);
            case "exception":
                WaitUntil(() => signal.IsSet);
                return target.Get(SlotKey.Attribute(ErrorSlot)) is { IsAbsent: false } error ? error : Value.None;
            case "done":
                return Value.OfBool(signal.IsSet);
            case "running":
                return Value.OfBool(!signal.IsSet && signal.Strand is { HasBegun: true });
            case "cancelled":
                return Value.OfBool(signal.IsCancelled);
            case "cancel" when signal.IsSet:
                return Value.OfBool(false);
            case "cancel":
                Cancel(target, signal, node);
                return Value.OfBool(true);
            case "add_done_callback" when signal.IsSet:
                Call(arguments[0], new CallArguments([Value.Of(target)], []), node);
                return Value.None;
            case "add_done_callback":
                signal.Callbacks.Add(arguments[0]);
                return Value.None;
            case "set_result" or "set_exception":
                _heap.Set(target, SlotKey.Attribute(name is "set_result" ? ResultSlot : ErrorSlot), arguments[0]);
                Settle(target, signal, node);
                return Value.None;
            default:
                return null;
        }
    }

    /// <summary>A task group, or the event loop itself.</summary>
    private Value? CallLoopMethod(HeapObject target, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "create_task":
                var task = NameTask(TaskOf(arguments[0], node), arguments);
                if (task.Reference is { } made)
                {
                    SignalOf(target).Waiting.Add(SignalOf(made));
                }

                return task;
            case "run_until_complete":
                return Await(arguments[0], node);
            case "create_future":
                return Value.Of(NewLibraryObject("asyncio.Future", node));
            case "run_in_executor":
                return Submit(arguments[1], [.. arguments.Positional.Skip(2)], [], "asyncio.Future", node);
            case "__exit__" or "__aexit__":
                WaitUntil(() => SignalOf(target).Waiting.TrueForAll(static waiting => waiting.IsSet));
                return Value.None;
            default:
                return null;
        }
    }

    private Value? CallExecutorMethod(HeapObject target, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "submit":
                return Submit(arguments[0], [.. arguments.Positional.Skip(1)], arguments.Named, "concurrent.futures.Future", node);
            case "shutdown" or "__exit__":
                return Value.None;
            default:
                return null;
        }
    }

    /// <summary>A pool runs what it is given at once: who waits for the result cannot tell.</summary>
    private Value Submit(Value function, IReadOnlyList<Value> positional, IReadOnlyList<(string, Value)> named, string type, SyntaxNode node)
    {
        var future = NewLibraryObject(type, node);
        KeepAlive(Value.Of(future));
        var (raised, handled) = (Raised, _thread.Get(SlotKey.Attribute(HandledSlot)));
        Finish(future, Call(function, new CallArguments(positional, named), node), node);
        SetRaised(raised);
        _heap.Set(_thread, SlotKey.Attribute(HandledSlot), handled);
        return Value.Of(future);
    }
}
