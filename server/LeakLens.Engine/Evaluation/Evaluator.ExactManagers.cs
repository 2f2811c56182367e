using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Context managers in the exact run: as decorators, in an ExitStack, and generators that yield too often or not at all (Lib/contextlib.py).</summary>
internal sealed partial class Evaluator
{
    private const string ManagerSlot = "<manager>";

    /// <summary><c>@manager(...)</c> in front of a function; null when the decorator is no context manager that decorates.</summary>
    private Value? DecorateWithManager(Value decorator, Value function, SyntaxNode node)
    {
        var manages = decorator.Reference is { Kind: ObjectKind.Generator, Payload: GeneratorValue { Function: { } maker } } && !maker.Get(SlotKey.Attribute(ManagerSlot)).IsAbsent;
        manages |= InstanceClassOf(decorator) is { Payload: ClassValue definition } type && definition.DerivesFromKnown("contextlib.ContextDecorator") && FindInClass(type, "__call__") is null;
        return manages ? Value.Of(_heap.Allocate(ObjectKind.Native, node, _frame.Context, new ManagedCall(decorator, function))) : null;
    }

    private Value CallManaged(ManagedCall managed, CallArguments arguments, SyntaxNode node)
    {
        var manager = managed.Manager.Reference is { Kind: ObjectKind.Generator } generator ? Value.Of(MakeAgain(generator, node)) : managed.Manager;
        EnterContext(manager, node);
        if (_afterCall != Completion.Normal)
        {
            return Value.Unknown;
        }

        var result = Call(managed.Function, arguments, node);
        if (_afterCall is not (Completion.Normal or Completion.Raise))
        {
            return Value.Unknown;
        }

        var raised = _afterCall == Completion.Raise ? Raised : Value.Absent;
        _afterCall = Completion.Normal;
        var swallows = LeaveContext(manager, raised, node);
        if (_afterCall != Completion.Normal || raised.IsAbsent)
        {
            return _afterCall == Completion.Normal ? result : Value.Unknown;
        }

        if (swallows ?? throw new NotDeterminedException())
        {
            SetRaised(Value.Absent);
            return Value.None;
        }

        SetRaised(raised);
        _afterCall = Completion.Raise;
        return Value.Unknown;
    }

    /// <summary>Each call gets a generator of its own, made of the same arguments.</summary>
    private HeapObject MakeAgain(HeapObject generator, SyntaxNode node)
    {
        var copy = _heap.Allocate(generator.Kind, node, _frame.Context, generator.Payload);
        foreach (var slot in generator.Slots.ToArray())
        {
            _heap.Set(copy, slot.Key, slot.Value);
        }

        return copy;
    }

    /// <summary>Runs what an ExitStack was given, the last first. True when what was raised ends here.</summary>
    private bool LeaveStack(HeapObject stack, Value raised, SyntaxNode node)
    {
        if (stack.Get(SlotKey.Attribute(CallbacksSlot)).Reference is not { Contents: ItemContents exits } callbacks)
        {
            throw new NotDeterminedException();
        }

        var current = raised;
        var isNew = false;
        var suppressed = false;
        while (exits.Count > 0)
        {
            _budget.Step();
            var exit = exits[exits.Count - 1].Reference?.Get(SlotKey.Item(1)).Reference ?? throw new NotDeterminedException();
            RemoveAt(callbacks, exits, exits.Count - 1);
            var swallows = LeaveOne(exit, current, node);
            if (_afterCall == Completion.Raise)
            {
                (current, isNew, suppressed) = (Raised, true, false);
                _afterCall = Completion.Normal;
            }
            else if (_afterCall != Completion.Normal)
            {
                return false;
            }
            else if (!current.IsAbsent && (swallows ?? throw new NotDeterminedException()))
            {
                (current, isNew, suppressed) = (Value.Absent, false, true);
            }
        }

        if (isNew)
        {
            SetRaised(current);
            _afterCall = Completion.Raise;
        }

        return suppressed && current.IsAbsent;
    }

    private bool? LeaveOne(HeapObject exit, Value raised, SyntaxNode node)
    {
        if (exit.Get(SlotKey.Attribute("__self__")) is not { IsAbsent: false } manager)
        {
            RunCallback(exit, raised, node);
            return false;
        }

        var isFunction = manager.Reference is { Kind: ObjectKind.Function or ObjectKind.BoundMethod };
        if (!isFunction)
        {
            return LeaveContext(manager, raised, node);
        }

        var answer = Call(manager, ArgumentsOfExit(raised), node);
        return _afterCall == Completion.Normal ? Truth(answer, node) : false;
    }

    private static CallArguments ArgumentsOfExit(Value raised) => raised.IsAbsent
        ? new CallArguments([Value.None, Value.None, Value.None], [])
        : new CallArguments([TypeOf(raised), raised, raised.Reference?.Get(SlotKey.Attribute(TracebackSlot)) is { IsAbsent: false } traceback ? traceback : Value.Unknown], []);
}
