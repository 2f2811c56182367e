using LeakLens.Engine.Evaluation.Strands;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Threads, and what they wait for each other with, in the exact run.</summary>
internal sealed partial class Evaluator
{
    private Value? CallThreadMethod(HeapObject target, string name, CallArguments arguments, SyntaxNode node)
    {
        var signal = SignalOf(target);
        switch (name)
        {
            case "start" when signal.Strand is null:
                signal.Strand = BeginStrand(
                    () =>
                    {
                        RunThread(target, signal, node);
                        signal.IsSet = true;
                    },
                    isThread: true);
                RunFirst(signal.Strand);
                return Value.None;
            case "join":
                WaitUntil(() => signal.IsSet, LimitOf(Argument(arguments, 0, "timeout")));
                return Value.None;
            case "is_alive":
                return Value.OfBool(signal is { IsSet: false, Strand: not null });
            case "cancel":
                signal.IsCancelled = true;
                return Value.None;
            default:
                return null;
        }
    }

    private void RunThread(HeapObject target, Signal signal, SyntaxNode node)
    {
        if (target.Get(SlotKey.Attribute("_interval")) is { IsAbsent: false } interval)
        {
            Sleep(interval);
        }

        if (!signal.IsCancelled)
        {
            Call(GetAttribute(Value.Of(target), "run", node), CallArguments.None, node);
        }

        // Whatever ends a thread ends nothing else.
        _afterCall = Completion.Normal;
    }

    /// <summary>Something that is awaited, or that holds up a thread at once.</summary>
    private Value Now(bool isAsync, Func<Value> action, SyntaxNode node) => isAsync ? Later(action, node) : action();

    /// <summary>Strands change where they wait only, so that nobody ever meets a lock that is held.</summary>
    private Value? CallLockMethod(HeapObject target, string name, bool isAsync, SyntaxNode node)
    {
        var signal = SignalOf(target);
        switch (name)
        {
            case "acquire":
                signal.IsSet = true;
                return Now(isAsync, static () => Value.OfBool(true), node);
            case "release":
                signal.IsSet = false;
                return Value.None;
            case "locked":
                return Value.OfBool(signal.IsSet);
            default:
                return null;
        }
    }

    private Value? CallEventMethod(HeapObject target, string name, CallArguments arguments, bool isAsync, SyntaxNode node)
    {
        var signal = SignalOf(target);
        switch (name)
        {
            case "set" or "clear":
                signal.IsSet = name is "set";
                return Value.None;
            case "is_set":
                return Value.OfBool(signal.IsSet);
            case "wait":
                var limit = LimitOf(Argument(arguments, 0, "timeout"));
                return Now(isAsync, () => Value.OfBool(WaitUntil(() => signal.IsSet, limit)), node);
            default:
                return null;
        }
    }

    private Value? CallConditionMethod(HeapObject target, string name, CallArguments arguments, bool isAsync, SyntaxNode node)
    {
        var waiting = SignalOf(target).Waiting;
        switch (name)
        {
            case "wait":
                var limit = LimitOf(Argument(arguments, 0, "timeout"));
                return Now(isAsync, () => Value.OfBool(WaitForNotice(waiting, limit)), node);
            case "wait_for":
                return Now(isAsync, () => WaitForTruth(waiting, arguments[0], node), node);
            case "notify" or "notify_all":
                var most = name is "notify_all" ? waiting.Count : arguments[0] is { Kind: ValueKind.Int, Number.IsExact: true } count ? (int)Math.Min(count.Number.Low, waiting.Count) : Math.Min(1, waiting.Count);
                waiting.Take(most).ToList().ForEach(static one => one.IsSet = true);
                waiting.RemoveRange(0, most);
                return Value.None;
            default:
                return null;
        }
    }

    private bool WaitForNotice(List<Signal> waiting, double limit)
    {
        var own = new Signal();
        waiting.Add(own);
        var came = WaitUntil(() => own.IsSet, limit);
        waiting.Remove(own);
        return came;
    }

    private Value WaitForTruth(List<Signal> waiting, Value predicate, SyntaxNode node)
    {
        while (_afterCall == Completion.Normal)
        {
            var answer = Call(predicate, CallArguments.None, node);
            if (_afterCall != Completion.Normal || (Truth(answer, node) ?? throw new NotDeterminedException()))
            {
                return answer;
            }

            WaitForNotice(waiting, double.PositiveInfinity);
        }

        return Value.Unknown;
    }

    private Value? CallSemaphoreMethod(HeapObject target, string name, CallArguments arguments, bool isAsync, SyntaxNode node)
    {
        if (!_signals.TryGetValue(target, out var signal))
        {
            if (name is not ("acquire" or "release" or "locked" or "__enter__" or "__exit__"))
            {
                return null;
            }

            signal = SignalOf(target);
            signal.Count = target.Get(SlotKey.Attribute("_value")) is { Kind: ValueKind.Int, Number.IsExact: true } start ? start.Number.Low : 1;
        }

        switch (name)
        {
            case "acquire" or "__enter__":
                var limit = IsNo(Argument(arguments, 0, "blocking")) ? 0 : LimitOf(Argument(arguments, 1, "timeout"));
                return Now(isAsync && name is "acquire", () => Value.OfBool(Enter(signal, limit)), node);
            case "release" or "__exit__":
                signal.Count += arguments[0] is { Kind: ValueKind.Int, Number.IsExact: true } count ? count.Number.Low : 1;
                return Value.None;
            case "locked":
                return Value.OfBool(signal.Count == 0);
            default:
                return null;
        }
    }

    private bool Enter(Signal semaphore, double limit)
    {
        if (!WaitUntil(() => semaphore.Count > 0, limit))
        {
            return false;
        }

        semaphore.Count--;
        return true;
    }

    private Value? CallBarrierMethod(HeapObject target, string name)
    {
        if (name is not "wait" || target.Get(SlotKey.Attribute("_parties")) is not { Kind: ValueKind.Int, Number.IsExact: true } parties)
        {
            return null;
        }

        var signal = SignalOf(target);
        var place = signal.Count++;
        var goal = ((place / parties.Number.Low) + 1) * parties.Number.Low;
        WaitUntil(() => signal.Count >= goal);
        return Value.OfInt(parties.Number.Low - 1 - (place % parties.Number.Low));
    }

    private Value? CallQueueMethod(HeapObject target, TypeModel type, string name, CallArguments arguments, bool isAsync, SyntaxNode node)
    {
        var signal = SignalOf(target);
        switch (name)
        {
            case "put" or "put_nowait":
                var limit = name is "put" && !IsNo(Argument(arguments, 1, "block")) ? LimitOf(Argument(arguments, 2, "timeout")) : 0;
                return Now(isAsync && name is "put", () => Put(target, signal, arguments[0], limit, isAsync, node), node);
            case "get" or "get_nowait":
                var patience = name is "get" && !IsNo(Argument(arguments, 0, "block")) ? LimitOf(Argument(arguments, 1, "timeout")) : 0;
                return Now(isAsync && name is "get", () => TakeFrom(target, type, patience, isAsync, node), node);
            case "task_done":
                signal.Count--;
                return Value.None;
            case "join":
                return Now(isAsync, () => WaitUntil(() => signal.Count <= 0) ? Value.None : Value.Unknown, node);
            case "full":
                return Value.OfBool(IsFull(target));
            default:
                return null;
        }
    }

    private static bool IsNo(Value value) => value is { Kind: ValueKind.Bool, Number: { IsExact: true, Low: 0 } };

    private static bool IsFull(HeapObject queue) =>
        queue.Get(SlotKey.Attribute("maxsize")) is { Kind: ValueKind.Int, Number: { IsExact: true, Low: > 0 } most } && queue.GetMeta(Meta.Length).Low >= most.Low;

    private Value Put(HeapObject queue, Signal signal, Value item, double limit, bool isAsync, SyntaxNode node)
    {
        if (!WaitUntil(() => !IsFull(queue), limit))
        {
            return _afterCall != Completion.Normal ? Value.Unknown : RaiseNew(isAsync ? "asyncio.QueueFull" : "queue.Full", Value.Absent, node);
        }

        signal.Count++;
        Add(queue, item, node, "put");
        return Value.None;
    }

    private Value TakeFrom(HeapObject queue, TypeModel type, double limit, bool isAsync, SyntaxNode node)
    {
        if (!WaitUntil(() => queue.GetMeta(Meta.Length).Low > 0, limit))
        {
            return _afterCall != Completion.Normal ? Value.Unknown : RaiseNew(isAsync ? "asyncio.QueueEmpty" : "queue.Empty", Value.Absent, node);
        }

        return Take(queue, type.Order switch
        {
            "last" => Value.OfInt(-1),
            "least" => Value.Absent,
            _ => Value.OfInt(0),
        });
    }
}
