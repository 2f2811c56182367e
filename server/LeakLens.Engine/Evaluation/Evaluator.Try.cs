using System.Collections.Immutable;
using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// <c>try</c>. What was raised for certain goes to the handler that takes it; what may have been raised at a known place waits as
/// a pending exit and brings the state of that place with it; what anything in the body may have raised is tried on the state behind the body.
/// </summary>
internal sealed partial class Evaluator
{
    private Completion ExecuteTry(Try attempt)
    {
        var pending = _frame.Pending.Count;
        if (IsResuming(attempt.FinalBody))
        {
            return ExecuteBody(attempt.FinalBody);
        }

        var completion = attempt.Handlers.IsEmpty
            ? ExecuteGuarded(attempt.Body, IsResuming(attempt.OrElse), []) is var plain and not Completion.Normal ? plain : ExecuteBody(attempt.OrElse)
            : ExecuteHandled(attempt, pending);
        if (attempt.FinalBody.IsEmpty)
        {
            return completion;
        }

        return OnEveryExit(completion, pending, leaving =>
        {
            var raised = Raised;
            var handled = SlotKey.Attribute(HandledSlot);
            var outer = _thread.Get(handled);
            if (IsExact && leaving == Completion.Raise)
            {
                // What the body of finally raises has it as its context.
                _heap.Set(_thread, handled, raised);
            }

            var final = ExecuteBody(attempt.FinalBody);
            if (IsExact && leaving == Completion.Raise && final != Completion.Suspend)
            {
                _heap.Set(_thread, handled, outer);
            }

            if (leaving == Completion.Raise && final == Completion.Normal)
            {
                SetRaised(raised);
            }

            return final == Completion.Normal ? leaving : final;
        });
    }

    /// <summary>Runs a body whose exceptions somebody waits for; what it may have raised is added to <paramref name="doubts"/>.</summary>
    private Completion ExecuteGuarded(ImmutableArray<Statement> body, bool isBehind, HashSet<string> doubts)
    {
        if (isBehind)
        {
            return Completion.Normal;
        }

        var outer = _doubts;
        _doubts = doubts;
        _tries++;
        var completion = ExecuteBody(body);
        _tries--;
        _doubts = outer;
        return completion;
    }

    private Completion ExecuteHandled(Try attempt, int pending)
    {
        foreach (var handler in attempt.Handlers)
        {
            if (IsResuming(handler.Body))
            {
                return FinishHandler(handler, ExecuteBody(handler.Body), pending, Value.Absent);
            }
        }

        var doubts = new HashSet<string>(StringComparer.Ordinal);
        var completion = ExecuteGuarded(attempt.Body, IsResuming(attempt.OrElse), doubts);
        if (completion == Completion.Suspend)
        {
            return completion;
        }

        doubts.RemoveWhere(doubt => !MayHandle(attempt.Handlers, doubt));
        var isCaught = MarkCaught(pending);
        if (completion == Completion.Raise && attempt.IsStar)
        {
            RequireAbstract();
        }

        if (completion == Completion.Raise)
        {
            Land(Completion.Caught, Completion.Normal, pending);
            return ExecuteHandlers(attempt.Handlers, 0, Raised);
        }

        Completion Normally() => completion == Completion.Normal ? ExecuteBody(attempt.OrElse) : completion;

        if (isCaught)
        {
            var behind = Normally();
            Land(Completion.Caught, behind == Completion.Normal ? Completion.FellThrough : behind, pending);
            var handled = ExecuteHandlers(attempt.Handlers, 0, Raised);
            return Land(Completion.FellThrough, handled, pending);
        }

        return doubts.Count == 0
            ? Normally()
            : Fork(Normally, () => ExecuteHandlers(attempt.Handlers, 0, Value.Unknown, doubts));
    }

    /// <summary>Sets the raises that wait since the start of the body apart from those that come later.</summary>
    private bool MarkCaught(int pending)
    {
        var found = false;
        for (var i = pending; i < _frame.Pending.Count; i++)
        {
            if (_frame.Pending[i].Completion == Completion.Raise)
            {
                _frame.Pending[i] = _frame.Pending[i] with { Completion = Completion.Caught };
                found = true;
            }
        }

        return found;
    }

    private bool MayHandle(ImmutableArray<ExceptHandler> handlers, string doubt)
    {
        var taken = false;
        foreach (var handler in handlers)
        {
            taken |= handler.Type is null || MayTake(Evaluate(handler.Type), doubt);
        }

        _afterCall = Completion.Normal;
        return taken;
    }

    /// <summary>Whether a handler for <paramref name="type"/> may get an exception of which only a base class is known.</summary>
    private static bool MayTake(Value type, string doubt)
    {
        if (type.Reference is { Kind: ObjectKind.Tuple } several)
        {
            foreach (var slot in several.Slots)
            {
                if (slot.Key.Kind == SlotKind.Item && MayTake(slot.Value, doubt))
                {
                    return true;
                }
            }

            return false;
        }

        var handled = type.Thing is { } thing ? ExceptionType.Find(thing.QualifiedName) : type.Reference is { Kind: ObjectKind.Class } own ? ExceptionBaseOf(own, 0) : null;
        return handled is null || ExceptionType.Find(doubt) is not { } raised || raised.IsSubclassOf(handled) || handled.IsSubclassOf(raised);
    }

    private Completion ExecuteHandlers(ImmutableArray<ExceptHandler> handlers, int index, Value raised, HashSet<string>? doubts = null)
    {
        if (index >= handlers.Length)
        {
            return Completion.Raise;
        }

        var handler = handlers[index];
        if (handler.Type is null)
        {
            return ExecuteHandler(handler, raised);
        }

        var type = Evaluate(handler.Type);
        if (doubts is not null && !doubts.Any(doubt => MayTake(type, doubt)))
        {
            return ExecuteHandlers(handlers, index + 1, raised, doubts);
        }

        return IsInstance(raised, type) switch
        {
            true => ExecuteHandler(handler, raised),
            false => ExecuteHandlers(handlers, index + 1, raised, doubts),

            // What nobody takes would leave from a state that is not followed further.
            null when index == handlers.Length - 1 => ExecuteHandler(handler, raised),
            null => Fork(() => ExecuteHandler(handler, raised), () => ExecuteHandlers(handlers, index + 1, raised, doubts)),
        };
    }

    private Completion ExecuteHandler(ExceptHandler handler, Value raised)
    {
        _budget.Step();
        var handled = SlotKey.Attribute(HandledSlot);
        var outer = _thread.Get(handled);
        SetRaised(Value.Absent);
        _heap.Set(_thread, handled, raised);
        AddTraceback(raised, _frame);
        if (handler.Name is { } name)
        {
            SetName(name, raised);
        }

        var pending = _frame.Pending.Count;
        return FinishHandler(handler, ExecuteBody(handler.Body), pending, outer);
    }

    private Completion FinishHandler(ExceptHandler handler, Completion completion, int pending, Value outer) =>
        OnEveryExit(completion, pending, leaving =>
        {
            _heap.Set(_thread, SlotKey.Attribute(HandledSlot), outer);
            if (handler.Name is { } bound)
            {
                SetName(bound, Value.Absent);
            }

            return leaving;
        });

    /// <summary>Runs what belongs to the end of a block on the present way out and on each that waits since <paramref name="pending"/>.</summary>
    private Completion OnEveryExit(Completion completion, int pending, Func<Completion, Completion> action)
    {
        const int Most = 6;
        if (completion == Completion.Suspend)
        {
            return completion;
        }

        for (var i = Math.Max(pending, _frame.Pending.Count - Most); i < _frame.Pending.Count; i++)
        {
            var exit = _frame.Pending[i];
            var known = _frame.Pending.Count;
            var present = Capture(exit.ForkMark);
            TakeBack(exit.ForkMark);
            exit = _frame.Pending[i];
            _heap.Apply(exit.Written);
            _heap.TakeMark();
            var left = action(exit.Completion);
            _heap.Discard(_frame.Pending[i].Written);
            _frame.Pending[i] = new PendingExit(left, exit.ForkMark, Capture(exit.ForkMark));
            _frame.Pending.RemoveRange(known, _frame.Pending.Count - known);
            TakeBack(exit.ForkMark);
            _heap.Apply(present);
            _heap.Discard(present);
        }

        return action(completion);
    }
}
