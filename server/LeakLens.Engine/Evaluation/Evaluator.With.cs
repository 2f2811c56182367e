using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary><c>with</c>: what is entered is left on every way out, and may swallow the exception that led there.</summary>
internal sealed partial class Evaluator
{
    private const string CallbacksSlot = "_exit_callbacks";

    private Completion ExecuteWith(With with) => ExecuteWithItem(with, 0);

    private Completion ExecuteWithItem(With with, int index)
    {
        if (index >= with.Items.Length)
        {
            return ExecuteBody(with.Body);
        }

        var item = with.Items[index];
        var pending = _frame.Pending.Count;
        Value manager;
        if (IsResuming(with.Body))
        {
            manager = _frame.Storage.Get(SlotOf("with", item));
        }
        else
        {
            manager = Evaluate(item.Context);
            var entered = _afterCall == Completion.Normal ? EnterContext(manager, item.Context) : Value.Unknown;
            if (AfterCall() is var broken and not Completion.Normal)
            {
                return broken;
            }

            if (item.Target is { } target)
            {
                Assign(target, entered);
            }
        }

        _tries++;
        var completion = ExecuteWithItem(with, index + 1);
        _tries--;
        if (completion == Completion.Suspend)
        {
            _heap.Set(_frame.Storage, SlotOf("with", item), manager);
            return completion;
        }

        return Land(Completion.FellThrough, OnEveryExit(completion, pending, leaving => LeaveContext(manager, leaving, item.Context)), pending);
    }

    private Value EnterContext(Value manager, SyntaxNode node)
    {
        if (manager.Reference is not { } target)
        {
            return Value.Unknown;
        }

        if (target.Kind == ObjectKind.Generator)
        {
            var goes = NextOfGenerator(target, Value.None, node, out var yielded);
            return IsExact && goes == false && _afterCall == Completion.Normal ? RaiseText("RuntimeError", "generator didn't yield", node) : yielded;
        }

        if (target.Payload is ContextManager known)
        {
            return known.Name switch
            {
                "contextlib.nullcontext" or "contextlib.closing" => known.Arguments[0].IsAbsent ? Value.None : known.Arguments[0],
                "contextlib.redirect_stdout" or "contextlib.redirect_stderr" => EnterRedirection(target, known),
                _ => manager,
            };
        }

        if (target.Payload is Library.TypeModel { QualifiedName: "tempfile.TemporaryDirectory" })
        {
            return target.Get(SlotKey.Attribute("name"));
        }

        if (IsExact && CallExactLibraryMethod(target, "__enter__", CallArguments.None, node) is not null)
        {
            return manager;
        }

        if (CallSpecial(manager, "__aenter__", CallArguments.None, node) is { } awaited)
        {
            return Await(awaited, node);
        }

        return CallSpecial(manager, "__enter__", CallArguments.None, node) ?? (target.Kind == ObjectKind.Instance ? Value.Unknown : manager);
    }

    /// <summary>Leaves a context with an exception or without; the answer is how it goes on from there.</summary>
    private Completion LeaveContext(Value manager, Completion leaving, SyntaxNode node)
    {
        var raised = leaving == Completion.Raise ? Raised : Value.Absent;
        var outer = _afterCall;
        _afterCall = Completion.Normal;
        var swallows = LeaveContext(manager, raised, node);
        if (AfterCall() is var broken and not Completion.Normal)
        {
            return broken;
        }

        _afterCall = outer;
        if (leaving != Completion.Raise || swallows == false)
        {
            if (leaving == Completion.Raise)
            {
                SetRaised(raised);
            }

            return leaving;
        }

        if (swallows == true)
        {
            SetRaised(Value.Absent);
            return Completion.FellThrough;
        }

        return Fork(() => Completion.Raise, static () => Completion.Normal);
    }

    /// <returns>Whether the exception ends here.</returns>
    private bool? LeaveContext(Value manager, Value raised, SyntaxNode node)
    {
        if (manager.Reference is not { } target)
        {
            return false;
        }

        if (target.Payload is ContextManager known)
        {
            return LeaveKnown(target, known, raised, node);
        }

        if (target.Kind == ObjectKind.Generator)
        {
            return LeaveGenerator(target, raised, node);
        }

        var arguments = ArgumentsOfExit(raised);
        if (IsExact && CallExactLibraryMethod(target, "__exit__", CallArguments.None, node) is not null)
        {
            return false;
        }

        var left = CallSpecial(manager, "__aexit__", arguments, node) is { } awaited ? Await(awaited, node) : CallSpecial(manager, "__exit__", arguments, node);
        if (left is { } result)
        {
            return _afterCall == Completion.Normal ? Truth(result, node) : false;
        }

        if (target.Kind != ObjectKind.Instance)
        {
            CallMethod(manager, "__exit__", arguments, node);
        }

        return false;
    }

    /// <summary>The end of a function under @contextmanager: it goes on behind its <c>yield</c>, or the exception is raised there.</summary>
    private bool? LeaveGenerator(HeapObject generator, Value raised, SyntaxNode node)
    {
        var goes = NextOfGenerator(generator, Value.None, node, out _, raised);
        if (IsExact && goes == true && _afterCall == Completion.Normal)
        {
            RaiseText("RuntimeError", raised.IsAbsent ? "generator didn't stop" : "generator didn't stop after throw()", node);
            return false;
        }

        if (raised.IsAbsent)
        {
            return false;
        }

        if (_afterCall == Completion.Raise && ReferenceEquals(Raised.Reference, raised.Reference))
        {
            _afterCall = Completion.Normal;
            return false;
        }

        return goes is null ? null : _afterCall == Completion.Normal;
    }

    private bool? LeaveKnown(HeapObject target, ContextManager known, Value raised, SyntaxNode node)
    {
        switch (known.Name)
        {
            case "contextlib.suppress" when raised.IsAbsent:
                return false;
            case "contextlib.suppress":
                return IsInstance(raised, Value.Of(NewTuple(known.Arguments.Positional, node)));
            case "contextlib.closing":
                Call(GetAttribute(known.Arguments[0], "close", node), CallArguments.None, node);
                return false;
            case "contextlib.redirect_stdout" or "contextlib.redirect_stderr":
                LeaveRedirection(target, known);
                return false;
            case "contextlib.ExitStack" or "contextlib.AsyncExitStack" when IsExact:
                return LeaveStack(target, raised, node);
            case "contextlib.ExitStack" or "contextlib.AsyncExitStack":
                RunCallbacks(target, raised, node);
                return false;
            default:
                return false;
        }
    }

    private Value? TryMakeManager(string name, CallArguments arguments, SyntaxNode node)
    {
        const long PlainInstance = 80;
        switch (name)
        {
            case "contextlib.suppress" or "contextlib.closing" or "contextlib.nullcontext" or "contextlib.redirect_stdout" or "contextlib.redirect_stderr":
                var manager = _heap.Allocate(ObjectKind.Instance, node, _frame.Context, new ContextManager(name, arguments));
                for (var i = 0; i < arguments.Positional.Count; i++)
                {
                    _heap.Set(manager, SlotKey.Item(i), arguments[i]);
                }

                return Value.Of(manager);
            case "contextlib.ExitStack" or "contextlib.AsyncExitStack":
                var stack = _heap.Allocate(ObjectKind.Instance, node, _frame.Context, new ContextManager(name, arguments));
                _heap.Set(stack, SlotKey.Attribute(CallbacksSlot), Value.Of(_heap.Allocate(ObjectKind.Deque, node, _frame.Context)));
                return Value.Of(stack);
            default:
                _ = PlainInstance;
                return null;
        }
    }

    /// <summary>What standard output is, as long as a redirection is open.</summary>
    private const string OutputSlot = "<stdout>";

    private Value EnterRedirection(HeapObject manager, ContextManager known)
    {
        if (known.Name.EndsWith("stdout", StringComparison.Ordinal))
        {
            _heap.Set(manager, SlotKey.Attribute(OutputSlot), _thread.Get(SlotKey.Attribute(OutputSlot)));
            _heap.Set(_thread, SlotKey.Attribute(OutputSlot), known.Arguments[0]);
        }

        return known.Arguments[0];
    }

    private void LeaveRedirection(HeapObject manager, ContextManager known)
    {
        if (known.Name.EndsWith("stdout", StringComparison.Ordinal))
        {
            _heap.Set(_thread, SlotKey.Attribute(OutputSlot), manager.Get(SlotKey.Attribute(OutputSlot)));
        }
    }

    private Value? CallManagerMethod(HeapObject target, ContextManager manager, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "__enter__":
                return EnterContext(Value.Of(target), node);
            case "__exit__":
                var raised = IsExact && arguments[1] is { IsAbsent: false, Kind: not ValueKind.None } error ? error : Value.Absent;
                var swallows = LeaveKnown(target, manager, raised, node);
                return IsExact && swallows == true ? Value.OfBool(true) : Value.None;
            default:
                return target.Get(SlotKey.Attribute(CallbacksSlot)).Reference is { } callbacks ? CallStackMethod(target, callbacks, name, arguments, node) : null;
        }
    }

    /// <summary>contextlib.ExitStack: every entry is a tuple with a function that leaves something.</summary>
    private Value? CallStackMethod(HeapObject stack, HeapObject callbacks, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "enter_context" or "enter_async_context":
                var entered = EnterContext(arguments[0], node);
                if (IsExact && _afterCall != Completion.Normal)
                {
                    return Value.Unknown;
                }

                PushExit(callbacks, NewNative(BoundExit, node, ("__self__", arguments[0])), node, name);
                return entered;
            case "push" or "push_async_exit":
                PushExit(callbacks, NewNative(BoundExit, node, ("__self__", arguments[0])), node, name);
                return arguments[0];
            case "callback" or "push_async_callback":
                PushExit(callbacks, NewCallback(arguments, node), node, name);
                return arguments[0];
            case "pop_all":
                var moved = _heap.Allocate(ObjectKind.Instance, node, _frame.Context, stack.Payload);
                _heap.Set(moved, SlotKey.Attribute(CallbacksSlot), Value.Of(callbacks));
                _heap.Set(stack, SlotKey.Attribute(CallbacksSlot), Value.Of(_heap.Allocate(ObjectKind.Deque, node, _frame.Context)));
                return Value.Of(moved);
            case "close" or "aclose" when IsExact:
                LeaveStack(stack, Value.Absent, node);
                return Value.None;
            case "close" or "aclose":
                RunCallbacks(stack, Value.Absent, node);
                return Value.None;
            default:
                return null;
        }
    }

    private static readonly NativeType BoundExit = new("method", 64);

    /// <summary>The closure of <c>_exit_wrapper</c>: function, tuple of three cells, and the dict with <c>__wrapped__</c>.</summary>
    private static readonly NativeType ExitWrapper = new("function", 152 + 64 + (3 * 40) + 184);

    private HeapObject NewCallback(CallArguments arguments, SyntaxNode node)
    {
        var rest = arguments.Positional.Skip(1).ToList();
        var options = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        foreach (var (key, value) in arguments.Named)
        {
            SetKey(options, Value.OfText(key), value, node, isLiteral: true);
        }

        return NewNative(
            ExitWrapper,
            node,
            ("__wrapped__", arguments[0]),
            ("args", Value.Of(rest.Count == 0 ? _emptyTuple : NewTuple(rest, node))),
            ("kwds", Value.Of(options)));
    }

    private HeapObject NewNative(NativeType type, SyntaxNode node, params ReadOnlySpan<(string Name, Value Value)> attributes)
    {
        var created = _heap.Allocate(ObjectKind.Native, node, _frame.Context, type);
        foreach (var (name, value) in attributes)
        {
            _heap.Set(created, SlotKey.Attribute(name), value);
        }

        return created;
    }

    private void PushExit(HeapObject callbacks, HeapObject exit, SyntaxNode node, string operation) =>
        Add(callbacks, Value.Of(NewTuple([Value.OfBool(true), Value.Of(exit)], node)), node, operation);

    /// <summary>Leaves everything that was entered; the stack is empty afterwards.</summary>
    private void RunCallbacks(HeapObject stack, Value raised, SyntaxNode node)
    {
        if (stack.Get(SlotKey.Attribute(CallbacksSlot)).Reference is not { } callbacks)
        {
            return;
        }

        for (var i = callbacks.Slots.Length - 1; i >= 0; i--)
        {
            var slot = callbacks.Slots[i];
            if (slot.Key is { Kind: SlotKind.Group, Name: HeapObject held } && slot.Value.Number.High > 0
                && held.Resolve().Get(SlotKey.Item(1)).Reference is { } exit)
            {
                RunCallback(exit, raised, node);
            }
        }

        Clear(callbacks);
    }

    private void RunCallback(HeapObject exit, Value raised, SyntaxNode node)
    {
        if (exit.Get(SlotKey.Attribute("__self__")) is { IsAbsent: false } manager)
        {
            LeaveContext(manager, raised, node);
            return;
        }

        var positional = new List<Value>();
        var named = new List<(string, Value)>();
        TryUnpack(exit.Get(SlotKey.Attribute("args")), positional, node);
        TryUnpackMapping(exit.Get(SlotKey.Attribute("kwds")), named);
        Call(exit.Get(SlotKey.Attribute("__wrapped__")), new CallArguments(positional, named), node);
    }
}
