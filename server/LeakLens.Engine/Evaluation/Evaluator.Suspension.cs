using System.Collections.Immutable;
using System.Globalization;
using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Generators that are resumed step by step: <c>next</c>, <c>send</c>, <c>zip</c>, context managers. Where one goes on is a slot
/// of the generator, the place of its <c>yield</c> in the text; its open loops keep their iterators in slots beside it. To
/// resume, the statements that enclose the place are entered again without what stands before it. So a generator that is
/// stepped through by a loop is state like all other, and the loop leaps over its steps.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>Trips of its own loops that a generator may make without a yield before nobody waits any longer.</summary>
    private const int MostSilentTrips = 256;

    private readonly Dictionary<SyntaxNode, bool> _suspends = [];

    /// <summary>Takes one step. True and an item, false at the end, null and an item when it may have ended.</summary>
    private bool? NextOfGenerator(HeapObject generator, Value sent, SyntaxNode node, out Value item, Value thrown = default)
    {
        item = Value.Unknown;
        if (generator.Payload is not GeneratorValue value || generator.IsSummary || IsTooDeep())
        {
            return null;
        }

        _lastReturn = Value.None;
        if (IsFinished(generator))
        {
            return false;
        }

        if (value.Expression is { } expression)
        {
            // A generator that asks itself for its next item raises; deeper chains are cut like deep calls.
            _depth++;
            var more = NextOfExpression(generator, value, expression, out item);
            _depth--;
            return more;
        }

        var at = generator.Get(SlotKey.Attribute(ResumeSlot));
        if (value.Definition is not { } definition || at.Text is LostPlace || IsRecursive(definition))
        {
            return null;
        }

        NoteDrain(value, node);
        var frame = FrameOf(generator, definition, value);
        frame.IsSuspendable = true;
        frame.Sent = sent;
        frame.Thrown = thrown;
        _depth++;
        var completion = ResumeFrame(frame, definition, at);
        _depth--;
        return Resumed(generator, frame, completion, out item);
    }

    private bool? Resumed(HeapObject generator, Frame frame, Completion completion, out Value item)
    {
        item = frame.Yielded;
        switch (completion)
        {
            case Completion.Suspend:
                return frame.IsUncertain ? null : true;
            case Completion.Raise or Completion.Diverge:
                if (IsExact && completion == Completion.Raise)
                {
                    TurnStopIteration(generator);
                }

                Finish(generator);
                _afterCall = completion;
                return false;
            default:
                _lastReturn = frame.ReturnValue.IsAbsent ? Value.None : frame.ReturnValue;
                Finish(generator);
                return false;
        }
    }

    /// <summary>What the generator that ended last returned.</summary>
    private Value _lastReturn;

    private Completion ResumeFrame(Frame frame, FunctionValue definition, Value at)
    {
        if (at.Kind != ValueKind.Union)
        {
            _heap.Set(frame.Storage, SlotKey.Attribute(ResumeSlot), Value.Absent);
            frame.ResumeAt = at.Text is { } place ? int.Parse(place, CultureInfo.InvariantCulture) : null;
            return RunFrame(frame, definition);
        }

        // Paths that stopped at different places were joined: it goes on from each.
        var completion = Completion.Suspend;
        var isFirst = true;
        foreach (var alternative in at.Alternatives.ToArray())
        {
            if (alternative.Text is null or LostPlace)
            {
                frame.IsUncertain = true;
                continue;
            }

            var before = completion;
            completion = isFirst
                ? ResumeFrame(frame, definition, alternative)
                : ForkSuspended(frame, () => before, () => ResumeFrame(frame, definition, alternative));
            isFirst = false;
        }

        return completion;
    }

    private Completion ForkSuspended(Frame frame, Func<Completion> left, Func<Completion> right)
    {
        frame.IsUncertain = true;
        return Fork(left, right) is var completion and not Completion.Normal ? completion : Completion.Suspend;
    }

    /// <summary><c>yield</c> in a frame that is resumed: stops here, or goes on from here with what was sent.</summary>
    private Value SuspendAt(Yield yield)
    {
        if (_frame.ResumeAt == yield.Start)
        {
            return GoOn();
        }

        var item = EvaluateOptional(yield.Value);
        if (_afterCall == Completion.Normal)
        {
            RequireFirst(yield);
            Suspend(yield, item.IsAbsent ? Value.None : item);
        }

        return Value.Unknown;
    }

    private Value GoOn()
    {
        _frame.ResumeAt = null;
        if (_frame.Thrown.IsAbsent)
        {
            return _frame.Sent;
        }

        SetRaised(_frame.Thrown);
        _frame.Thrown = Value.Absent;
        _afterCall = Completion.Raise;
        return Value.Unknown;
    }

    private void Suspend(SyntaxNode place, Value item)
    {
        _frame.Yielded = Value.Join(_frame.Yielded, item);
        _heap.Set(_frame.Storage, SlotKey.Attribute(ResumeSlot), Value.OfText(place.Start.ToString(CultureInfo.InvariantCulture)));
        _afterCall = Completion.Suspend;
    }

    /// <summary><c>yield from</c> in a frame that is resumed.</summary>
    private Value DelegateTo(YieldFrom delegated) =>
        _frame.ResumeAt == delegated.Start && _frame.Storage.Get(SlotOf("from", delegated)).Reference is { } open
            ? GoOnWith(open, delegated)
            : BeginWith(MakeIterator(Evaluate(delegated.Value), delegated), delegated);

    /// <summary><c>await</c> in the exact run. A coroutine that the program steps through itself stops where what it waits for yields.</summary>
    private Value EvaluateAwait(Await awaited)
    {
        if (!IsExact || !_frame.IsSuspendable || _frame.Scope.IsGenerator)
        {
            return Await(Evaluate(awaited.Value), awaited);
        }

        if (_frame.ResumeAt == awaited.Start && _frame.Storage.Get(SlotOf("from", awaited)).Reference is { } open)
        {
            return GoOnWith(open, awaited);
        }

        var value = Evaluate(awaited.Value);
        if (_afterCall != Completion.Normal)
        {
            return Value.Unknown;
        }

        var inner = value.Reference is { Kind: ObjectKind.Generator } ? value : CallSpecial(value, "__await__", CallArguments.None, awaited) ?? Value.Absent;
        return inner.Reference is { Kind: ObjectKind.Generator or ObjectKind.Iterator } steps ? BeginWith(steps, awaited) : Await(value, awaited);
    }

    private Value BeginWith(HeapObject inner, Expression delegated)
    {
        _heap.Set(_frame.Storage, SlotOf("from", delegated), Value.Of(inner));
        return StepInto(inner, Value.None, Value.Absent, delegated);
    }

    private Value GoOnWith(HeapObject inner, Expression delegated)
    {
        var (sent, thrown) = (_frame.Sent, _frame.Thrown);
        _frame.ResumeAt = null;
        _frame.Thrown = Value.Absent;
        return StepInto(inner, sent, thrown, delegated);
    }

    private Value StepInto(HeapObject inner, Value sent, Value thrown, Expression delegated)
    {
        if (!thrown.IsAbsent && inner.Kind != ObjectKind.Generator)
        {
            SetRaised(thrown);
            _afterCall = Completion.Raise;
            return Value.Unknown;
        }

        var slot = SlotOf("from", delegated);
        _lastReturn = Value.None;
        var goes = inner.Kind == ObjectKind.Generator ? NextOfGenerator(inner, sent, delegated, out var item, thrown) : Next(inner, delegated, out item);
        if (_afterCall != Completion.Normal)
        {
            return Value.Unknown;
        }

        if (goes == false)
        {
            _heap.Set(_frame.Storage, slot, Value.Absent);
            return _lastReturn;
        }

        _frame.IsUncertain |= goes is null;
        RequireFirst(delegated);
        Suspend(delegated, item);
        return Value.Unknown;
    }

    private static SlotKey SlotOf(string what, SyntaxNode node) => new(SlotKind.Attribute, node.Start, "<" + what + ">");

    /// <summary>The frame is on its way to the place in <paramref name="node"/> where it stopped.</summary>
    private bool IsResuming(SyntaxNode node) => _frame.ResumeAt is { } at && at >= node.Start && at < node.End;

    private bool IsResuming(ImmutableArray<Statement> body) => _frame.ResumeAt is { } at && !body.IsEmpty && at >= body[0].Start && at < body[^1].End;

    private bool Suspends(SyntaxNode loop)
    {
        if (!_frame.IsSuspendable)
        {
            return false;
        }

        if (!_suspends.TryGetValue(loop, out var known))
        {
            _suspends[loop] = known = YieldFinder.Finds(loop, withAwaits: IsExact && !_frame.Scope.IsGenerator);
        }

        return known;
    }

    /// <summary>A <c>for</c> with a yield in it, one trip after the other.</summary>
    private Completion StepFor(For loop)
    {
        var slot = SlotOf("for", loop);
        if (IsResuming(loop.OrElse))
        {
            return ExecuteBody(loop.OrElse);
        }

        if (!IsResuming(loop.Body))
        {
            var iterable = Evaluate(loop.Iterable);
            if (AfterCall() is var broken and not Completion.Normal)
            {
                return broken;
            }

            _heap.Set(_frame.Storage, slot, Value.Of(MakeIterator(iterable, loop)));
        }

        var completion = Step(loop.Body, () =>
        {
            if (_frame.Storage.Get(slot).Reference is not { } iterator)
            {
                return null;
            }

            var goes = Next(iterator, loop, out var item);
            if (goes != false && _afterCall == Completion.Normal)
            {
                Assign(loop.Target, item);
            }

            return goes;
        });
        if (completion == Completion.Suspend)
        {
            return completion;
        }

        _heap.Set(_frame.Storage, slot, Value.Absent);
        return completion switch
        {
            Completion.Normal => ExecuteBody(loop.OrElse),
            Completion.Break => Completion.Normal,
            _ => completion,
        };
    }

    private Completion StepWhile(While loop)
    {
        if (IsResuming(loop.OrElse))
        {
            return ExecuteBody(loop.OrElse);
        }

        return Step(loop.Body, () => Test(loop.Test)) switch
        {
            Completion.Normal => ExecuteBody(loop.OrElse),
            Completion.Break => Completion.Normal,
            var completion => completion,
        };
    }

    /// <summary>Normal: it ran to its end. Break: the body left it.</summary>
    private Completion Step(ImmutableArray<Statement> body, Func<bool?> next)
    {
        var isInside = IsResuming(body);
        for (var trips = 0; ; trips++)
        {
            _budget.Step();
            if (!isInside)
            {
                var goes = next();
                if (AfterCall() is var broken and not Completion.Normal)
                {
                    return broken;
                }

                if (goes == false)
                {
                    return Completion.Normal;
                }

                _frame.IsUncertain |= goes is null;
            }

            isInside = false;
            var pending = _frame.Pending.Count;
            var completion = ExecuteBody(body);
            if (completion == Completion.Suspend)
            {
                AbsorbPending(pending);
                return completion;
            }

            completion = Land(Completion.Continue, completion, pending);
            completion = Land(Completion.Break, completion, pending) is var landed && completion == Completion.Break ? Completion.Break : landed;
            if (completion != Completion.Normal)
            {
                return completion;
            }

            if (trips >= MostSilentTrips && !IsExact)
            {
                _frame.IsUncertain = true;
                _heap.Set(_frame.Storage, SlotKey.Attribute(ResumeSlot), Value.OfText(LostPlace));
                return Completion.Suspend;
            }
        }
    }

    /// <summary>The ways that left before a yield that stops the frame: what they did may have been done.</summary>
    private void AbsorbPending(int from)
    {
        for (var i = _frame.Pending.Count - 1; i >= from; i--)
        {
            var exit = _frame.Pending[i];
            if (exit.Completion is Completion.Continue or Completion.Break or Completion.Return)
            {
                _frame.Pending.RemoveAt(i);
                _frame.IsUncertain = true;
                JoinWith(exit.Written, exit.ForkMark);
                _heap.Discard(exit.Written);
            }
        }
    }

    /// <summary>A step of a generator expression: its clauses are loops inside each other.</summary>
    private bool? NextOfExpression(HeapObject generator, GeneratorValue value, GeneratorExp expression, out Value item)
    {
        item = Value.Unknown;
        if (IsTooLong(expression.Generators))
        {
            return null;
        }

        var isUncertain = false;
        var outer = _frame;
        var scope = value.Closure.Module.Scopes.GetScope(expression);
        _frame = new Frame(scope, generator, value.Closure, outer, value.Context) { Function = value.Function };
        var level = OpenClauses(generator, expression);
        if (level < 0)
        {
            _heap.Set(generator, SlotOf("for", expression.Generators[0]), Value.Of(MakeIterator(value.First, expression.Generators[0])));
            _heap.Set(generator, SlotKey.Attribute(SourceSlot), Value.Absent);
            _heap.Set(generator, SlotKey.Attribute(ResumeSlot), Value.OfText("0"));
            level = 0;
        }

        var found = false;
        for (var trips = 0; level >= 0 && !found && (IsExact || trips < MostSilentTrips) && _afterCall == Completion.Normal; trips++)
        {
            _budget.Step();
            level = StepClause(generator, expression, level, ref isUncertain, ref found);
        }

        if (found)
        {
            item = Evaluate(expression.Element);
        }

        _frame = outer;
        if (level < 0)
        {
            Finish(generator);
            return false;
        }

        return found && !isUncertain ? true : null;
    }

    /// <summary>The innermost clause whose iterator is open; -1 before the first step.</summary>
    private static int OpenClauses(HeapObject generator, GeneratorExp expression)
    {
        var level = expression.Generators.Length - 1;
        while (level >= 0 && generator.Get(SlotOf("for", expression.Generators[level])).IsAbsent)
        {
            level--;
        }

        return level;
    }

    private int StepClause(HeapObject generator, GeneratorExp expression, int level, ref bool isUncertain, ref bool found)
    {
        var clause = expression.Generators[level];
        var slot = SlotOf("for", clause);
        var goes = generator.Get(slot).Reference is { } iterator ? Next(iterator, clause, out var item) : Skip(out item);
        if (goes == false)
        {
            _heap.Set(generator, slot, Value.Absent);
            return level - 1;
        }

        isUncertain |= goes is null;
        Assign(clause.Target, item);
        foreach (var condition in clause.Conditions)
        {
            var truth = Test(condition);
            isUncertain |= truth is null;
            if (truth == false)
            {
                return level;
            }
        }

        if (level == expression.Generators.Length - 1)
        {
            found = true;
            return level;
        }

        var inner = expression.Generators[level + 1];
        _heap.Set(generator, SlotOf("for", inner), Value.Of(MakeIterator(Evaluate(inner.Iterable), inner)));
        return level + 1;
    }

    private static bool? Skip(out Value item)
    {
        item = Value.Unknown;
        return false;
    }
}
