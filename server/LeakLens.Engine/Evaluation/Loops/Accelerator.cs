using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>
/// Leaps over trips. When the last four windows of steps (fewer where the end is open) decided alike and changed the state evenly, then all further
/// windows do the same until the first decision flips; how many windows that is follows from the margins. The leap sets
/// every changed number to its value there, and itself becomes one step of the history, so that a pattern made of trips
/// and leaps (flush every hundred) is again a window that repeats.
/// </summary>
internal readonly struct Accelerator
{
    private const int Samples = 4;
    private const int LongestWindow = 24;

    /// <summary>Steps of a float that differ by no more than this part of themselves are the same step.</summary>
    private const double Straight = 1e-9;

    private readonly AbstractHeap _heap;
    private readonly LoopActivation _loop;

    /// <summary>What one window changes; most windows that are tried turn out not to repeat.</summary>
    private readonly List<Change> _changes;

    private Accelerator(AbstractHeap heap, LoopActivation loop)
    {
        _heap = heap;
        _loop = loop;
        _changes = loop.States.Changes;
    }

    /// <summary>Tries windows that are too long to be tried after every trip.</summary>
    public static LeapOutcome TryLongLeap(AbstractHeap heap, LoopActivation loop)
    {
        var accelerator = new Accelerator(heap, loop);
        for (var window = LongestWindow + 1; window <= StepHistory.LongestWindow && (window * (Samples - 1)) + 1 <= loop.History.Count; window++)
        {
            if (accelerator.Repeats(window) && accelerator.TryLeap(window) is { } outcome)
            {
                return outcome;
            }
        }

        return LeapOutcome.NotRegular;
    }

    public static LeapOutcome TryLeap(AbstractHeap heap, LoopActivation loop)
    {
        var accelerator = new Accelerator(heap, loop);
        if (accelerator.TryLeapAtRest() is { } rest)
        {
            return rest;
        }

        if ((loop.History.Count is Samples - 2 or Samples - 1) && (accelerator.IsOpen || accelerator.IsOfWorld) && accelerator.RepeatsFromTheStart() && accelerator.TryLeap(window: 1) is { } early)
        {
            return early;
        }

        for (var window = 1; window <= LongestWindow && (window * (Samples - 1)) + 1 <= loop.History.Count; window++)
        {
            if (accelerator.Repeats(window) && accelerator.TryLeap(window) is { } outcome)
            {
                return outcome;
            }
        }

        return accelerator.IsOpen || accelerator.IsOfWorld ? accelerator.TryLeapOverTwoWindows() : LeapOutcome.NotRegular;
    }

    /// <summary>As two trips, two windows of several steps are enough where nobody knows the end.</summary>
    private LeapOutcome TryLeapOverTwoWindows()
    {
        for (var window = 2; window <= LongestWindow && 2 * window <= _loop.History.Count; window++)
        {
            if (_loop.History.Repeats(window, window) && Step(0).State.HasSameParts(Step(window).State) && AsksNothingAboutKeys(window) && TryLeap(window, comparable: 1) is { } outcome)
            {
                return outcome;
            }
        }

        return LeapOutcome.NotRegular;
    }

    private bool AsksNothingAboutKeys(int window)
    {
        for (var back = 0; back < window; back++)
        {
            if (Step(back).Guards.Keys.Count > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where the loop ends is not known, and so no number behind it is exact.</summary>
    private bool IsOpen => _loop.UnknownTripsLeft is >= Quantity.FiniteUnknown;

    /// <summary>The world calls the function or the methods of the class again and again.</summary>
    private bool IsOfWorld => _loop.Node is FunctionDef or ClassDef;

    /// <summary>
    /// The first two or three trips took the same ways. Of a loop whose end is open that is enough: two are taken to go on evenly, where they asked nothing
    /// about keys; the states behind three have to lie on a straight line.
    /// </summary>
    private bool RepeatsFromTheStart() =>
        _loop.History.Repeats(1, _loop.History.Count - 1) && Step(0).State.HasSameParts(Step(1).State)
        && (_loop.History.Count == Samples - 2 ? Step(0).Guards.Keys.Count == 0 : Step(0).State.HasSameParts(Step(2).State));

    /// <summary>
    /// Where the end of a loop is not known, two trips that decided alike, by the same margins, and left everything as it was
    /// say what all others do.
    /// </summary>
    private LeapOutcome? TryLeapAtRest()
    {
        if (_loop.History.Count < 2 || !IsOpen)
        {
            return null;
        }

        var (now, before) = (Step(0), Step(1));
        if (now.Trips != before.Trips || !now.Guards.IsSameAs(before.Guards) || !now.State.HasSameParts(before.State))
        {
            return null;
        }

        _changes.Clear();
        for (var i = 0; i < now.State.Count; i++)
        {
            if (!IsAtRest(now.State.Parts[i], before.State[now.State.Ids[i]], _changes))
            {
                return null;
            }
        }

        return Leap(1, _changes, Quantity.Unbounded);
    }

    /// <summary>The value did not change; or it says where an iterator stands, which takes one step a trip.</summary>
    private bool IsAtRest(in Component now, in Value before, List<Change> positions)
    {
        if (now.Key.Kind != SlotKind.Meta || now.Key.Number != (long)Meta.Position || before.Kind != ValueKind.Int || !before.Number.IsExact || !now.Value.Number.IsExact)
        {
            return TryFit(now, before, before, before, positions);
        }

        var steps = new Progression(now.Value.Number.Low, now.Value.Number.Low - before.Number.Low, 0);
        positions.Add(new Change(now, steps, steps));
        return true;
    }

    private MacroStep Step(int back) => _loop.History.Back(back);

    /// <summary>The last three windows took the same ways, step by step, and the four states at their ends have the same parts.</summary>
    private bool Repeats(int window)
    {
        if (!_loop.History.Repeats(window, window * (Samples - 2)))
        {
            return false;
        }

        var state = Step(0).State;
        return state.HasSameParts(Step(window).State) && state.HasSameParts(Step(2 * window).State) && state.HasSameParts(Step(3 * window).State);
    }

    /// <param name="window">How many steps repeat themselves.</param>
    /// <param name="comparable">With how many windows before the last one it may be compared: others took other ways.</param>
    private LeapOutcome? TryLeap(int window, int comparable = Samples - 1)
    {
        _changes.Clear();
        if (!TryFitState(window, comparable, _changes))
        {
            return null;
        }

        var windows = SolveGuards(window, comparable);
        if (windows is null)
        {
            return null;
        }

        return Leap(window, _changes, windows.Value);
    }

    private bool TryFitState(int window, int comparable, List<Change> changes)
    {
        var first = comparable > 2 && 3 * window < _loop.History.Count ? Step(3 * window).State : null;
        var second = comparable > 1 && 2 * window < _loop.History.Count ? Step(2 * window).State : null;
        var third = Step(window).State;
        var last = Step(0).State;
        if (last.Has(_loop.Misfit) && !TryFit(_loop.Misfit, first, second, third, last, changes))
        {
            return false;
        }

        changes.Clear();
        for (var i = 0; i < last.Count; i++)
        {
            var id = last.Ids[i];
            if (!TryFit(id, first, second, third, last, changes))
            {
                _loop.Misfit = id;
                return false;
            }
        }

        return true;
    }

    private bool TryFit(int id, LoopState? first, LoopState? second, LoopState third, LoopState last, List<Change> changes)
    {
        ref readonly var now = ref last.Find(id);
        ref readonly var before = ref third[id];
        var earlier = second is not null ? second[id] : Before(before, now.Value);
        return TryFit(now, first is not null ? first[id] : Before(earlier, before), earlier, before, changes);
    }

    /// <summary>What the state before these two holds where the three lie on a straight line.</summary>
    private static Value Before(in Value value, in Value next) => value.Kind == ValueKind.Float && next.Kind == ValueKind.Float && value.Reference is { } held ? Value.OfFloat((2 * value.FloatValue) - next.FloatValue, held)
        : value.Kind != ValueKind.Int || next.Kind != ValueKind.Int ? value
        : Value.OfInt(new Quantity(Before(value.Number.Low, next.Number.Low), Before(value.Number.High, next.Number.High)));

    private static long Before(long value, long next) =>
        value == next || value is Quantity.NoLow or >= Quantity.FiniteUnknown || next is Quantity.NoLow or >= Quantity.FiniteUnknown
            ? value
            : Quantity.Clamp(((Int128)2 * value) - next);

    private bool TryFit(in Component now, in Value a, in Value b, in Value c, List<Change> changes)
    {
        ref readonly var d = ref now.Value;
        if (a.Kind != d.Kind || b.Kind != d.Kind || c.Kind != d.Kind)
        {
            return false;
        }

        switch (d.Kind)
        {
            // A peak is measured where contents are let go of and where loops end; between them it does not move.
            case ValueKind.Int when now.Key is { Kind: SlotKind.Meta, Number: (long)Meta.Peak }:
                return true;
            case ValueKind.Int:
                var low = Progression.Fit(a.Number.Low, b.Number.Low, c.Number.Low, d.Number.Low);
                var high = Progression.Fit(a.Number.High, b.Number.High, c.Number.High, d.Number.High);
                if (low is null || high is null)
                {
                    return false;
                }

                if (!low.Value.IsConstant || !high.Value.IsConstant)
                {
                    changes.Add(new Change(now, low.Value, high.Value));
                }

                return true;
            case ValueKind.Object:
                return IsAlike(a, d) && IsAlike(b, d) && IsAlike(c, d);
            case ValueKind.Float:
                _loop.FloatsBend |= _loop.ComparesFarFloats && b.FloatValue != c.FloatValue && Math.Abs(d.FloatValue - (2 * c.FloatValue) + b.FloatValue) > Math.Abs(d.FloatValue - c.FloatValue) * Straight;
                if (Change.StepOf(a.FloatValue, b.FloatValue, c.FloatValue, d.FloatValue) is var step and not 0)
                {
                    changes.Add(new Change(now, default, default) { Step = step });
                }

                return true;
            case ValueKind.Unknown or ValueKind.Keys:
                return true;
            case ValueKind.Union:
                return IsAlikeUnion(a, d) && IsAlikeUnion(b, d) && IsAlikeUnion(c, d);
            default:
                return d.Equals(a) && d.Equals(b) && d.Equals(c);
        }
    }

    private static bool IsAlikeUnion(Value left, Value right)
    {
        foreach (var alternative in left.Alternatives)
        {
            if (!HasAlike(right, alternative))
            {
                return false;
            }
        }

        foreach (var alternative in right.Alternatives)
        {
            if (!HasAlike(left, alternative))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasAlike(Value union, Value value)
    {
        foreach (var alternative in union.Alternatives)
        {
            if (alternative.Equals(value) || (alternative.Kind == value.Kind && value.Reference is not null && IsAlike(alternative, value)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same object, or one that another trip made at the same place.</summary>
    private static bool IsAlike(Value left, Value right)
    {
        var first = left.Reference;
        var second = right.Reference;
        return ReferenceEquals(first, second) || (first is not null && second is not null && first.Site == second.Site && first.Kind == second.Kind);
    }

    /// <summary>How many windows pass before the first decision flips; <see cref="Quantity.Unbounded"/> when none does; null when that cannot be known.</summary>
    private long? SolveGuards(int window, int comparable)
    {
        var windows = Quantity.Unbounded;
        var bends = Quantity.Unbounded;
        for (var back = 0; back < window; back++)
        {
            if (!TrySolveStep(window, comparable, back, ref windows, ref bends))
            {
                return null;
            }
        }

        var third = Combine(0, window);
        var second = Combine(window, window);
        var first = comparable > 1 && 2 * window < _loop.History.Count ? Combine(2 * window, window) : second;
        if (LoopKeys.CountAlike(first, second, third) is not { } keysLeft)
        {
            return null;
        }

        windows = Math.Min(windows, keysLeft);

        // Where nothing but sizes bends, and the end of the loop is not known, following every bend would count for ever.
        var isOpen = windows == Quantity.Unbounded && _loop.UnknownTripsLeft is null or >= Quantity.FiniteUnknown;
        windows = isOpen ? windows : Math.Min(windows, bends);
        return windows == 0 ? null : windows;
    }

    /// <summary>Solves the decisions of one step of the window, whose margins are compared with those of the same step in earlier windows.</summary>
    private bool TrySolveStep(int window, int comparable, int back, ref long windows, ref long bends)
    {
        var second = Step(window + back).Guards;
        var third = Step(back).Guards;
        var first = comparable > 1 && (2 * window) + back < _loop.History.Count ? Step((2 * window) + back).Guards : null;
        if (!second.HasSameWays(third) || !LookedAtTheSame(second, third) || (first is not null && (!first.HasSameWays(third) || !LookedAtTheSame(first, third))))
        {
            return false;
        }

        var oldest = comparable > 2 && (3 * window) + back < _loop.History.Count ? Step((3 * window) + back).Guards.Margins : null;
        foreach (var (key, margin) in third.Margins)
        {
            var before = second.Margins[key];
            var earlier = first is not null ? first.Margins[key] : Before(before, margin);
            if (key.IsBend && MovesAway(earlier, before, margin))
            {
                continue;
            }

            if ((third.IsOfFloats(key) ? FitFloatMargin(earlier, before, margin) : FitMargin(oldest?.GetValueOrDefault(key), earlier, before, margin)) is not { } progression)
            {
                return false;
            }

            var left = progression.SamplesAboveZero() ?? Quantity.Unbounded;
            windows = key.IsBend ? windows : Math.Min(windows, left);
            bends = key.IsBend ? Math.Min(bends, left) : bends;
        }

        return true;
    }

    /// <summary>Faster and faster, as the margin of a cube does.</summary>
    private static bool MovesAway(long first, long second, long third) =>
        first <= second && second <= third && (Int128)second - first <= (Int128)third - second;

    /// <summary>Three margins show a straight line; a curve needs a fourth, or a period of three would pass for one.</summary>
    private static Progression? FitMargin(long? oldest, long first, long second, long third)
    {
        var change = third - second;
        if (change == second - first)
        {
            return new Progression(third, change, 0);
        }

        return oldest is { } fourth ? Progression.Fit(fourth, first, second, third) : null;
    }

    /// <summary>Floats go on evenly but for what is rounded: the margin is taken to shrink a little faster than it does, so that no leap is too long.</summary>
    private static Progression? FitFloatMargin(long first, long second, long third)
    {
        const long Precision = 1L << 40;
        var rounding = 2 + (Math.Abs(third) / Precision);
        var (before, change) = (second - first, third - second);
        return Math.Abs(change - before) > 2 * rounding ? null : new Progression(third, Math.Min(before, change) - (change < 0 ? rounding : 0), 0);
    }

    private static bool LookedAtTheSame(GuardLog left, GuardLog right)
    {
        foreach (var (key, examined) in right.Texts)
        {
            if (examined is null || !string.Equals(left.Texts.GetValueOrDefault(key), examined, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private GuardLog Combine(int back, int window)
    {
        if (window == 1)
        {
            return Step(back).Guards;
        }

        var combined = new GuardLog();
        for (var i = window - 1; i >= 0; i--)
        {
            combined.Absorb(Step(back + i).Guards);
        }

        return combined;
    }

    private LeapOutcome Leap(int window, List<Change> changes, long windows)
    {
        var tripsPerWindow = Quantity.Zero;
        for (var i = 0; i < window; i++)
        {
            tripsPerWindow += Step(i).Trips;
        }

        var outcome = LeapOutcome.Leapt;
        var over = new Quantity(windows, windows);
        if (_loop.UnknownTripsLeft is { } left)
        {
            var most = left >= Quantity.FiniteUnknown || tripsPerWindow.High == 0 ? left : left / tripsPerWindow.High;
            if (most <= windows)
            {
                over = new Quantity(0, most);
                outcome = LeapOutcome.Ended;
            }
        }
        else if (windows == Quantity.Unbounded)
        {
            var mayEnd = _loop.MayLeave || _loop.MayEndByIndex || _loop.FloatsBend;
            outcome = mayEnd ? LeapOutcome.Ended : LeapOutcome.Endless;
            over = mayEnd ? Quantity.SomeLength : new Quantity(Quantity.Unbounded, Quantity.Unbounded);
        }

        Apply(window, changes, over, tripsPerWindow);
        return outcome;
    }

    private void Apply(int window, List<Change> changes, Quantity windows, Quantity tripsPerWindow)
    {
        foreach (var change in changes)
        {
            if (change.Step != 0)
            {
                _heap.Set(change.Part.Carrier, change.Part.Key, change.After(windows));
                continue;
            }

            var low = Math.Min(change.Low.After(windows.Low), change.Low.After(windows.High));
            var high = Math.Max(change.High.After(windows.High), change.High.After(windows.Low));
            var value = new Quantity(low, high);
            value = change.Part.Key.Kind is SlotKind.Meta or SlotKind.Group ? value.AtLeastZero() : value;
            _heap.Set(change.Part.Carrier, change.Part.Key, Value.OfInt(value, change.Part.Value.Reference));
        }

        var latest = Combine(0, window);
        var guards = LoopKeys.Extend(_heap, Combine(window, window), latest, windows);
        guards.IsShared |= ReferenceEquals(guards, Step(0).Guards);
        var trips = tripsPerWindow * windows;
        _loop.Trips += trips;
        _loop.History.Add(trips, guards, StateSampler.Sample(_loop));
    }
}
