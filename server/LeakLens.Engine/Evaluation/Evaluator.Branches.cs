using System.Collections.Immutable;
using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Forks and joins. One branch runs, its changes are taken back, the other runs, and what differs is joined.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Exits that may wait in one frame. More of them would only lower lower bounds further.</summary>
    private const int MostPending = 24;

    private Completion Fork(Func<Completion> left, Func<Completion> right)
    {
        BeginFork();
        var mark = _heap.TakeMark();
        _openForks++;
        var first = left();
        var leftChanges = Capture(mark);
        TakeBack(mark);
        var second = right();
        _openForks--;
        return Meet(first, leftChanges, second, mark);
    }

    /// <summary>As above, for two blocks of statements.</summary>
    private Completion Fork(ImmutableArray<Statement> left, ImmutableArray<Statement> right)
    {
        BeginFork();
        var mark = _heap.TakeMark();
        _openForks++;
        var first = ExecuteBody(left);
        var leftChanges = Capture(mark);
        TakeBack(mark);
        var second = ExecuteBody(right);
        _openForks--;
        return Meet(first, leftChanges, second, mark);
    }

    /// <summary>Both ways may be taken: what comes behind is less than certain.</summary>
    private void BeginFork()
    {
        RequireAbstract();
        if (!_hasForked)
        {
            _hasForked = true;
            _budget.Limit(ShareBehindFirstFork + (_module.End / CharactersPerStep));
            if (_firstEntryBirth == 0)
            {
                _budget.BePatient(PatienceBehindFirstFork);
            }
        }
    }

    /// <summary>The right branch has just run; the left one is known by what it wrote.</summary>
    private Completion Meet(Completion first, List<SlotWrite> leftChanges, Completion second, int mark)
    {
        if (first == second || first == Completion.Suspend || second == Completion.Suspend)
        {
            // A generator that stops on one way only may have stopped.
            _frame.IsUncertain |= first != second;
            JoinWith(leftChanges, mark);
            _heap.Discard(leftChanges);
            return first == second ? first : Completion.Suspend;
        }

        if (second == Completion.Normal)
        {
            Postpone(first, mark, leftChanges);
            return Completion.Normal;
        }

        if (first != Completion.Normal)
        {
            Postpone(first, mark, leftChanges);
            return second;
        }

        Postpone(second, mark, Capture(mark));
        TakeBack(mark);
        _heap.Apply(leftChanges);
        _heap.Discard(leftChanges);
        return Completion.Normal;
    }

    /// <summary>Runs something that may or may not happen.</summary>
    private void Maybe(Action action) => Fork(
        () =>
        {
            action();
            return Completion.Normal;
        },
        static () => Completion.Normal);

    /// <summary>As <see cref="Maybe"/>, for what is part of an expression: a raise inside only may end the statement.</summary>
    private void MaybeCall(Action action) => _afterCall = Fork(
        () =>
        {
            action();
            return AfterCall();
        },
        static () => Completion.Normal);

    private List<SlotWrite> Capture(int mark)
    {
        var changes = _heap.Capture(mark);
        _budget.Step(1 + (changes.Count / 8));
        return changes;
    }

    /// <summary>
    /// Takes back every change since the mark. Exits that wait and that split off later are made relative to the mark, so
    /// that they still say the same.
    /// </summary>
    private void TakeBack(int mark)
    {
        for (var frame = _frame; frame is not null; frame = frame.Caller)
        {
            for (var i = 0; i < frame.Pending.Count; i++)
            {
                if (frame.Pending[i].ForkMark > mark)
                {
                    frame.Pending[i] = Rebase(frame.Pending[i], mark);
                }
            }
        }

        _heap.Rollback(mark);
    }

    private PendingExit Rebase(PendingExit exit, int mark)
    {
        var written = _heap.CaptureBetween(mark, exit.ForkMark);
        _budget.Step(1 + ((_heap.JournalEnd - mark) / 8));

        return exit with { ForkMark = mark, Written = _heap.Overlay(written, exit.Written) };
    }

    /// <summary>Joins the present state with another one that split off at the mark.</summary>
    private void JoinWith(List<SlotWrite> other, int mark) => _budget.Step(1 + (_heap.Join(other, mark) / 8));

    private void Postpone(Completion completion, int mark, List<SlotWrite> written)
    {
        RequireAbstract();
        if (_frame.Pending.Count < MostPending)
        {
            _frame.Pending.Add(new PendingExit(completion, mark, written));
        }
        else
        {
            _heap.Discard(written);
        }

        if (completion == Completion.Continue)
        {
            return;
        }

        for (var loop = _loop; loop is not null; loop = loop.Outer)
        {
            loop.MayLeave = true;
            if (completion == Completion.Break || (completion != Completion.Raise && ReferenceEquals(loop, _frame.Loop)))
            {
                break;
            }
        }
    }

    /// <summary>Lets the postponed exits of one kind, younger than <paramref name="count"/>, land here.</summary>
    private Completion Land(Completion kind, Completion present, int count)
    {
        for (var i = _frame.Pending.Count - 1; i >= count; i--)
        {
            var exit = _frame.Pending[i];
            if (exit.Completion != kind)
            {
                continue;
            }

            _frame.Pending.RemoveAt(i);
            if (present == Completion.Normal || present == kind)
            {
                JoinWith(exit.Written, exit.ForkMark);
                _heap.Discard(exit.Written);
                present = Completion.Normal;
                continue;
            }

            var leaving = Capture(exit.ForkMark);
            TakeBack(exit.ForkMark);
            _heap.Apply(exit.Written);
            _heap.Discard(exit.Written);
            Postpone(present, exit.ForkMark, leaving);
            present = Completion.Normal;
        }

        return present == kind ? Completion.Normal : present;
    }
}
