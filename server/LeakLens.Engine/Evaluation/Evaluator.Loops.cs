using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Loops: a few trips are evaluated, the rest is leapt over.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Trips without a pattern before the rest is averaged.</summary>
    private const int MostTrips = 512;

    private readonly LoopStatePool _states = new();
    private Folder? _folder;

    /// <summary>Trips without a pattern before numbers that jump about are told by their bounds only.</summary>
    private const int FirstWidening = 64;

    private const int TripsBetweenForgetting = 16;

    /// <summary>What one trip leaves behind is the difference of two: no loop is left before.</summary>
    private const int TripsInHurry = 2;

    /// <summary>Trips without a pattern before long patterns are looked for.</summary>
    private const int LongLookBack = 192;

    /// <summary>Remainders that jump about: only their bounds are told.</summary>
    private readonly HashSet<SyntaxNode> _widened = [];

    private Completion ExecuteFor(For loop)
    {
        if (Suspends(loop))
        {
            return StepFor(loop);
        }

        var iterable = Evaluate(loop.Iterable);
        if (AfterCall() is var broken and not Completion.Normal)
        {
            return broken;
        }

        Completion Body(Value item)
        {
            Assign(loop.Target, item);
            return ExecuteBody(loop.Body);
        }

        var temporaries = _temporaries.Count;
        KeepAlive(iterable);
        var completion = Iterate(loop, iterable, Body);
        _temporaries.RemoveRange(temporaries, _temporaries.Count - temporaries);
        return completion == Completion.Normal ? ExecuteBody(loop.OrElse)
            : completion == Completion.Break ? Completion.Normal : completion;
    }

    /// <summary>As <see cref="Iterate"/>, inside an expression: in the exact run what is raised on the way leaves that, too.</summary>
    private void IterateInside(SyntaxNode node, Value iterable, Func<Value, Completion> body)
    {
        var completion = Iterate(node, iterable, body);
        if (IsExact && completion is Completion.Raise or Completion.Diverge)
        {
            _afterCall = completion;
        }
    }

    /// <summary>Runs <paramref name="body"/> for each item; Break says that the body left early.</summary>
    private Completion Iterate(SyntaxNode node, Value iterable, Func<Value, Completion> body)
    {
        iterable = IterableOf(iterable, node);
        if (AfterCall() is var broken and not Completion.Normal)
        {
            return broken;
        }

        if (IsExact && CannotBeIterated(iterable))
        {
            RaiseText("TypeError", $"'{NameOfType(iterable)}' object is not iterable", node);
            return AfterCall();
        }

        if (iterable.Reference is { Kind: ObjectKind.Generator } generator)
        {
            return RunGenerator(generator, body, node);
        }

        if (iterable.Reference is { Kind: ObjectKind.Iterator, Payload: IteratorValue { Kind: >= IterationKind.Map } pipeline } stage
            && RunPipeline(stage, pipeline, body, node) is { } completed)
        {
            return completed;
        }

        if (iterable.Reference is { Payload: RangeValue range })
        {
            RequireAffordable(range.Count);
        }

        var iterator = MakeIterator(iterable, node);
        var item = Value.Absent;
        var trips = IsExact ? CountItems(iterable).Count : Quantity.Zero;
        return RunLoop(node, () => Next(iterator, node, out item), () => body(item), trips.IsExact ? trips.Low : 0);
    }

    private Completion ExecuteWhile(While loop)
    {
        if (Suspends(loop))
        {
            return StepWhile(loop);
        }

        var completion = RunLoop(loop, () => Test(loop.Test), () => ExecuteBody(loop.Body));
        return completion switch
        {
            Completion.Normal => ExecuteBody(loop.OrElse),
            Completion.Break => Completion.Normal,
            _ => completion,
        };
    }

    /// <summary>
    /// Drives one loop. Normal: it ran to its end. Break: the body left it. Anything else goes on outwards.
    /// </summary>
    /// <param name="next">Whether another trip follows; null when that is not known.</param>
    /// <param name="trips">Of the exact run: how many will follow unless the body leaves; 0 when that is not known.</param>
    private Completion RunLoop(SyntaxNode node, Func<bool?> next, Func<Completion> body, long trips = 0)
    {
        var loop = new LoopActivation(node, _loop, _heap.ObjectCount, _heap.TakeMark(), _states) { Expected = trips };
        var frame = _frame;
        var outerInFrame = frame.Loop;
        var pending = frame.Pending.Count;
        _loop = loop;
        frame.Loop = loop;
        var completion = IsExact ? RunEveryTrip(loop, next, body) : RunTrips(loop, next, body);
        var landed = Land(Completion.Break, completion, pending);
        completion = completion == Completion.Break ? Completion.Break : landed;
        foreach (var chain in loop.Chains())
        {
            _growths.Chained(chain, loop);
        }

        _growths.MeasureLoop(loop);
        if (IsExact)
        {
            _growths.LeaveLoop(loop);
        }

        _loop = loop.Outer;
        frame.Loop = outerInFrame;
        if (!IsExact)
        {
            _loop?.Guards.Absorb(loop.AllGuards);
            _loop?.Guards.Absorb(loop.Guards);
        }

        loop.Forget();
        return completion;
    }

    private Completion RunTrips(LoopActivation loop, Func<bool?> next, Func<Completion> body)
    {
        var mayHaveEnded = false;
        while (true)
        {
            _budget.Step();
            loop.FirstBirthOfTrip = _heap.ObjectCount;
            var go = next();
            if (AfterCall() is var broken and not Completion.Normal)
            {
                return broken;
            }

            if (go == false)
            {
                return Completion.Normal;
            }

            if (go is null && loop.UnknownTripsLeft is null or < 0)
            {
                loop.UnknownTripsLeft = Quantity.FiniteUnknown;
            }

            if (go is null && !mayHaveEnded)
            {
                mayHaveEnded = true;
                Postpone(Completion.Break, _heap.TakeMark(), []);
            }

            var pending = _frame.Pending.Count;
            var completion = Land(Completion.Continue, body(), pending);
            if (completion != Completion.Normal)
            {
                return completion;
            }

            if (EndTrip(loop) is { } ended)
            {
                return ended;
            }
        }
    }

    /// <summary>Folds and samples one trip, then leaps if it can. Gives a completion when the loop is over.</summary>
    private Completion? EndTrip(LoopActivation loop)
    {
        loop.Trips += Quantity.One;
        loop.Evaluated++;
        HasRepeated |= _firstEntryBirth == 0 && loop.Evaluated > 1;
        if (loop.IsDetermined)
        {
            _budget.BringNews();
        }

        _budget.Step(1 + (loop.Tracked.Length / 2));
        Folder.Fold(ref _folder, _heap, loop);
        _growths.Sample(loop);
        Remember(loop);
        if (loop.Evaluated % TripsBetweenForgetting == 0)
        {
            loop.ForgetFolded();
        }

        switch (TryLeap(loop))
        {
            case LeapOutcome.Ended:
                return Completion.Normal;
            case LeapOutcome.Endless:
                loop.IsEndless = true;
                return Completion.Diverge;
            default:
                break;
        }

        var isHurried = IsHurried && loop.Evaluated >= TripsInHurry;
        if (loop.Evaluated < MostTrips && !isHurried)
        {
            return null;
        }

        if (isHurried)
        {
            _growths.MarkCoarse(loop, isCutShort: false);
            var own = OwnFrame();
            var isLeft = !_onlyCounts && !_frame.Module.IsImported && TripsLeft(loop).HasFiniteHigh && (own == ModuleFrame || _growths.GrownBy(loop).Exists(growth => growth.Container.Birth < own.Storage.Birth));
            _unfinished ??= isLeft ? loop.Node : null;
        }

        if (!_onlyCounts && !_frame.Module.IsImported)
        {
            _hurried.AddDecisions(loop, hasPattern: !isHurried, isOpen: !TripsLeft(loop).HasFiniteHigh);
        }

        LeapCoarsely(loop);
        return Completion.Normal;
    }

    /// <summary>The frame of the function whose code runs: comprehensions and generators run for whoever takes what they give.</summary>
    private Frame OwnFrame()
    {
        var frame = _frame;
        while (frame is { IsDriven: false, Caller: { } caller } && frame.Function?.Payload is not FunctionValue { Scope.IsGenerator: false })
        {
            frame = caller;
        }

        return frame;
    }

    private LeapOutcome TryLeap(LoopActivation loop)
    {
        var outcome = Accelerator.TryLeap(_heap, loop);
        if (outcome != LeapOutcome.NotRegular || loop.Evaluated < FirstWidening)
        {
            return outcome;
        }

        if (loop.Evaluated % FirstWidening == 0 && Widening.Apply(_heap, loop, _widened))
        {
            return outcome;
        }

        return loop.Evaluated >= LongLookBack && loop.Evaluated % TripsBetweenForgetting == 0 ? Accelerator.TryLongLeap(_heap, loop) : outcome;
    }

    /// <summary>Averages what the rest of a loop does: over the trips that are left, when the iterable says how many. When it does not, what grew may grow to any size.</summary>
    private void LeapCoarsely(LoopActivation loop) => CoarseLeap.Leap(_heap, loop, TripsLeft(loop));

    private static Quantity TripsLeft(LoopActivation loop)
    {
        if (loop.History.Count > 0 && loop.History[^1].Guards.Margins.TryGetValue(new GuardKey(loop.Node, GoesOn), out var margin) && margin != GuardLog.Never)
        {
            return loop.MayLeave ? new Quantity(0, margin) : margin;
        }

        return Quantity.SomeLength;
    }

    /// <summary>The budget is spent in the middle of loops: what they would still have done is averaged, and said to be.</summary>
    private void AbandonLoops()
    {
        for (; _loop is not null; _loop = _loop.Outer)
        {
            try
            {
                _growths.MarkCoarse(_loop, isCutShort: _loop.History.Count < 2);
                LeapCoarsely(_loop);
                _growths.MeasureLoop(_loop);
            }
            catch (BudgetSpentException)
            {
                // Nothing is left to measure the averages with: the facts keep what was measured before, and the file is partial.
            }

            _loop.Forget();
        }
    }

    private static void Remember(LoopActivation loop)
    {
        loop.History.Add(Quantity.One, loop.Guards, StateSampler.Sample(loop));
        if (loop.Outer is not null)
        {
            loop.AllGuards.Absorb(loop.Guards);
        }

        loop.Guards = loop.States.TakeGuards();
    }

    /// <summary>A decision that was made for certain; margin is how far the closest value was from deciding otherwise.</summary>
    private void Decide(SyntaxNode node, int way, long margin)
    {
        if (!_heap.IsExact)
        {
            _loop?.Guards.Record(new GuardKey(node, way), margin);
        }
    }
}
