using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary><c>sched.scheduler</c> in the exact run: events wait in the order of their time and run when the program's clock has come to it (Lib/sched.py).</summary>
internal sealed partial class Evaluator
{
    private const string SequenceSlot = "_sequence";

    private static readonly string[] EventFields = ["time", "priority", "sequence", "action", "argument", "kwargs"];

    private HeapObject? _eventType;

    private Value? CallSchedulerMethod(HeapObject scheduler, string name, CallArguments arguments, SyntaxNode node)
    {
        if (scheduler.Contents is not ItemContents events)
        {
            return null;
        }

        switch (name)
        {
            case "enter":
                return EnterEvent(scheduler, Combine(BinaryOperator.Add, CallClock(scheduler, node), Argument(arguments, 0, "delay"), node), arguments, node);
            case "enterabs":
                return EnterEvent(scheduler, Argument(arguments, 0, "time"), arguments, node);
            case "cancel" when IndexOf(events, Argument(arguments, 0, "event"), node) is var at:
                if (at < 0)
                {
                    return RaiseNew("ValueError", Value.OfText("list.remove(x): x not in list"), node);
                }

                RemoveAt(scheduler, events, at);
                Heapify(events, node);
                return Value.None;
            case "run":
                return RunEvents(scheduler, waits: !IsNo(Argument(arguments, 0, "blocking")), node);
            default:
                return null;
        }
    }

    private Value CallClock(HeapObject scheduler, SyntaxNode node) =>
        Call(scheduler.Get(SlotKey.Attribute("timefunc")) is { IsAbsent: false } clock ? clock : Value.Of(new KnownThing("time.monotonic")), CallArguments.None, node);

    private void Delay(HeapObject scheduler, Value time, SyntaxNode node)
    {
        var delay = scheduler.Get(SlotKey.Attribute("delayfunc")) is { IsAbsent: false } given ? given : Value.Of(new KnownThing("time.sleep"));
        Call(delay, new CallArguments([time], []), node);
    }

    private Value EnterEvent(HeapObject scheduler, Value time, CallArguments arguments, SyntaxNode node)
    {
        if (_afterCall != Completion.Normal)
        {
            return Value.Unknown;
        }

        var sequence = scheduler.Get(SlotKey.Attribute(SequenceSlot)) is { IsAbsent: false } last ? last.Number : Quantity.Zero;
        _heap.Set(scheduler, SlotKey.Attribute(SequenceSlot), Value.OfInt(sequence + Quantity.One));
        var argument = Argument(arguments, 3, "argument") is { IsAbsent: false } given ? given : Value.Of(_emptyTuple);
        var named = Argument(arguments, 4, "kwargs") is { IsAbsent: false } names ? names : Value.Of(_heap.Allocate(ObjectKind.Dict, node, _frame.Context));
        var entered = Call(Value.Of(EventType(node)), new CallArguments([time, Argument(arguments, 1, "priority"), NewCount(sequence, node), Argument(arguments, 2, "action"), argument, named], []), node);
        Add(scheduler, entered, node, "enter");
        return entered;
    }

    private HeapObject EventType(SyntaxNode node)
    {
        if (_eventType is null)
        {
            _eventType = NewClass(node, "Event", [], []);
            if (_eventType.Payload is ClassValue definition)
            {
                definition.Record = RecordKind.NamedTuple;
                definition.Fields = [.. EventFields.Select(static name => new ClassField(name))];
            }
        }

        return _eventType;
    }

    /// <summary>Runs what is due; what is due later is waited for, or ends the run.</summary>
    private Value RunEvents(HeapObject scheduler, bool waits, SyntaxNode node)
    {
        var left = Value.None;
        HeapObject? due = null;
        RunLoop(
            node,
            () =>
            {
                while (_afterCall == Completion.Normal && scheduler.Contents is ItemContents { Count: > 0 } events)
                {
                    _budget.Step();
                    due = events[0].Reference ?? throw new NotDeterminedException();
                    var (time, now) = (due.Get(SlotKey.Item(0)), CallClock(scheduler, node));
                    if (CompareValues(CompareOperator.Gt, time, now, node) is not { } isLater)
                    {
                        return null;
                    }

                    if (!isLater)
                    {
                        TakeLeast(scheduler, events, node);
                        return true;
                    }

                    left = Combine(BinaryOperator.Sub, time, now, node);
                    if (!waits)
                    {
                        return false;
                    }

                    Delay(scheduler, left, node);
                    left = Value.None;
                }

                return false;
            },
            () =>
            {
                RunEvent(due, node);
                if (_afterCall == Completion.Normal)
                {
                    Delay(scheduler, Value.OfInt(0), node);
                }

                return AfterCall();
            });
        return left;
    }

    private void RunEvent(HeapObject? due, SyntaxNode node)
    {
        if (due is null || ItemsOf(due.Get(SlotKey.Item(4)), node) is not { } positional || due.Get(SlotKey.Item(5)).Reference?.Contents is not EntryContents names)
        {
            throw new NotDeterminedException();
        }

        var named = new List<(string, Value)>();
        for (var i = 0; i < names.Count; i++)
        {
            var (name, value) = names.At(i);
            named.Add((KnownText(name) ?? throw new NotDeterminedException(), value));
        }

        Call(due.Get(SlotKey.Item(3)), new CallArguments(positional, named), node);
    }
}
