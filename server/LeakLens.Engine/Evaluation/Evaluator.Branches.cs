using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>Forks and joins. One branch runs, its changes are taken back, the other runs, and what differs is joined.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Exits that may wait in one frame. More of them would only lower lower bounds further.</summary>
    private const int MostPending = 24;

    private Completion Fork(Func<Completion> left, Func<Completion> right)
    {
        var mark = _heap.Mark;
        var first = left();
        var leftChanges = Capture(mark);
        TakeBack(mark);
        var second = right();
        if (first == second)
        {
            JoinWith(leftChanges, mark);
            return first;
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
        Apply(leftChanges);
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

    private Dictionary<(HeapObject Target, SlotKey Key), Value> Capture(int mark)
    {
        var changes = _heap.ChangesSince(mark);
        _budget.Step(1 + (changes.Count / 4));
        foreach (var place in changes.Keys)
        {
            changes[place] = place.Target.Get(place.Key);
        }

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
        var later = _heap.ChangesSince(exit.ForkMark);
        var written = _heap.ChangesBetween(mark, exit.ForkMark);
        _budget.Step(1 + ((later.Count + written.Count) / 4));
        foreach (var place in written.Keys)
        {
            written[place] = later.TryGetValue(place, out var atFork) ? atFork : place.Target.Get(place.Key);
        }

        foreach (var (place, value) in exit.Written)
        {
            written[place] = value;
        }

        return exit with { ForkMark = mark, Written = written };
    }

    private void Apply(Dictionary<(HeapObject Target, SlotKey Key), Value> changes)
    {
        foreach (var ((target, key), value) in changes)
        {
            _heap.Set(target, key, value);
        }
    }

    /// <summary>Joins the present state with another one that split off at the mark.</summary>
    private void JoinWith(Dictionary<(HeapObject Target, SlotKey Key), Value> other, int mark)
    {
        var here = _heap.ChangesSince(mark);
        _budget.Step(1 + ((here.Count + other.Count) / 4));
        foreach (var (place, value) in other)
        {
            JoinSlot(place.Target, place.Key, value);
        }

        foreach (var (place, atFork) in here)
        {
            if (!other.ContainsKey(place))
            {
                JoinSlot(place.Target, place.Key, atFork);
            }
        }
    }

    private void JoinSlot(HeapObject target, SlotKey key, Value other)
    {
        var now = target.Get(key);
        if (key.Kind is SlotKind.Group or SlotKind.Meta)
        {
            now = now.IsAbsent ? Value.OfInt(0) : now;
            other = other.IsAbsent ? Value.OfInt(0) : other;
        }

        var joined = Value.Join(now, other);
        if (!joined.Equals(now))
        {
            _heap.Set(target, key, joined);
        }
    }

    private void Postpone(Completion completion, int mark, Dictionary<(HeapObject Target, SlotKey Key), Value> written)
    {
        if (_frame.Pending.Count < MostPending)
        {
            _frame.Pending.Add(new PendingExit(completion, mark, written));
        }

        if (completion == Completion.Continue)
        {
            return;
        }

        for (var loop = _loop; loop is not null; loop = loop.Outer)
        {
            loop.MayLeave = true;
            if (completion == Completion.Break || ReferenceEquals(loop, _frame.Loop))
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
                present = Completion.Normal;
                continue;
            }

            var leaving = Capture(exit.ForkMark);
            TakeBack(exit.ForkMark);
            Apply(exit.Written);
            Postpone(present, exit.ForkMark, leaving);
            present = Completion.Normal;
        }

        return present == kind ? Completion.Normal : present;
    }
}
