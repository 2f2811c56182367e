using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Generators and coroutines. The object is the frame too: its names are slots of it, so that whoever keeps it keeps them. A
/// loop over a fresh one runs its body at once, with what happens to each item as the action of <c>yield</c>; everything
/// else resumes it step by step (<see cref="NextOfGenerator"/>).
/// </summary>
internal sealed partial class Evaluator
{
    private const string DoneSlot = "<done>";

    /// <summary>Where a suspended generator goes on: the place of its <c>yield</c> in the text.</summary>
    private const string ResumeSlot = "<at>";

    private const string LostPlace = "lost";

    private Value NewGenerator(HeapObject function, FunctionValue definition, CallArguments arguments, SyntaxNode node)
    {
        var value = new GeneratorValue(function, definition, Expression: null, Value.Absent, definition.Closure, _contexts.Enter(_frame.Context, node));
        var generator = _heap.Allocate(ObjectKind.Generator, node, _frame.Context, value);
        var outer = _frame;
        _frame = FrameOf(generator, definition, value);
        Bind(function, definition, arguments);
        _frame = outer;
        return Value.Of(generator);
    }

    private Value NewGenerator(GeneratorExp expression)
    {
        var first = Evaluate(expression.Generators[0].Iterable);
        var value = new GeneratorValue(Function: null, Definition: null, expression, first, _frame, _frame.Context);
        var generator = _heap.Allocate(ObjectKind.Generator, expression, _frame.Context, value);
        if (first.Reference is not null)
        {
            _heap.Set(generator, SlotKey.Attribute(SourceSlot), first);
        }

        return Value.Of(generator);
    }

    /// <summary>What an iterator runs over, so that holding the iterator holds it.</summary>
    private const string SourceSlot = "<for>";

    private Frame FrameOf(HeapObject generator, FunctionValue definition, GeneratorValue value, bool isDriven = false) =>
        new(definition.Scope, generator, definition.Closure, _frame, value.Context) { Function = value.Function, IsDriven = isDriven };

    private static bool IsFinished(HeapObject generator) => !generator.Get(SlotKey.Attribute(DoneSlot)).IsAbsent;

    private static bool IsStarted(HeapObject generator) => !generator.Get(SlotKey.Attribute(ResumeSlot)).IsAbsent;

    /// <summary>The end of a generator lets go of all that its frame held.</summary>
    private void Finish(HeapObject generator)
    {
        generator = generator.Resolve();
        for (var i = 0; i < generator.Slots.Length; i++)
        {
            var slot = generator.Slots[i];
            if (slot.Key.Kind == SlotKind.Attribute && !slot.Value.IsAbsent && slot.Key.Name is string name && name is not DoneSlot)
            {
                Leave(slot.Value, Value.Absent);
                _heap.Set(generator, slot.Key, Value.Absent);
            }
        }

        _heap.Set(generator, SlotKey.Attribute(DoneSlot), Value.OfBool(true));
    }

    private readonly HashSet<SyntaxNode> _drains = new(ReferenceEqualityComparer.Instance);

    /// <summary>Loops, calls and comprehensions that took what a generator function of the program yields.</summary>
    public IReadOnlySet<SyntaxNode> Drains => _drains;

    private void NoteDrain(GeneratorValue generator, SyntaxNode node)
    {
        if (generator.Definition is not null)
        {
            _drains.Add(node);
        }
    }

    /// <summary>Runs the whole of a generator for its consumer. Break says that the consumer left early.</summary>
    private Completion RunGenerator(HeapObject generator, Func<Value, Completion> consumer, SyntaxNode node)
    {
        if (generator.Payload is not GeneratorValue value || generator.IsSummary || IsTooDeep() || IsFinished(generator))
        {
            return Completion.Normal;
        }

        NoteDrain(value, node);
        if (IsStarted(generator) || (IsExact && node is For { Iterable: Name or Python.Syntax.Attribute or Subscript } && ExitFinder.CanLeave(node)))
        {
            // Whoever holds it may go on with what a loop leaves of it.
            var item = Value.Absent;
            return RunLoop(node, () => NextOfGenerator(generator, Value.None, node, out item), () => consumer(item));
        }

        _heap.Set(generator, SlotKey.Attribute(ResumeSlot), Value.OfText(LostPlace));
        var consumerFrame = _frame;
        var left = Completion.Normal;

        Completion OnYield(Value item)
        {
            var producer = _frame;
            var loop = _loop;
            _frame = consumerFrame;
            var outerLoop = consumerFrame.Loop;
            consumerFrame.Loop = loop;
            var pending = consumerFrame.Pending.Count;
            var completion = Land(Completion.Continue, consumer(item), pending);
            consumerFrame.Loop = outerLoop;
            _frame = producer;
            left = completion;
            return completion == Completion.Normal ? Completion.Normal : Completion.Unwind;
        }

        _depth++;
        var ended = value.Expression is { } expression
            ? RunGeneratorExpression(expression, value.First, value.Closure, OnYield)
            : RunGeneratorFunction(generator, value, OnYield);
        _depth--;
        _frame = consumerFrame;
        if (IsExact && left == Completion.Normal && ended == Completion.Raise)
        {
            TurnStopIteration(generator);
        }

        if (left == Completion.Normal)
        {
            Finish(generator);
        }

        _afterCall = Completion.Normal;
        return left != Completion.Normal ? left : ended is Completion.Diverge or Completion.Raise ? ended : Completion.Normal;
    }

    private Completion RunGeneratorFunction(HeapObject generator, GeneratorValue value, Func<Value, Completion> onYield)
    {
        if (value.Definition is not { } definition || IsRecursive(definition))
        {
            return Completion.Normal;
        }

        var frame = FrameOf(generator, definition, value);
        frame.OnYield = onYield;
        return RunFrame(frame, definition);
    }

    private Completion RunGeneratorExpression(GeneratorExp expression, Value first, Frame closure, Func<Value, Completion> onYield)
    {
        var present = _frame;
        _frame = new Frame(closure.Scope, closure.Storage, closure.Closure, present, present.Context) { Module = closure.Module };
        var completion = InComprehension(expression, expression.Generators, first, () =>
        {
            var item = Evaluate(expression.Element);
            return AfterCall() is var broken and not Completion.Normal ? broken : onYield(item);
        });
        _frame = present;
        return completion;
    }

    /// <summary><c>await coroutine</c>: its body runs to its end.</summary>
    private Value RunCoroutine(HeapObject coroutine, SyntaxNode node, bool isDriven = false)
    {
        if (coroutine.Payload is not GeneratorValue { Definition: { } definition } value || IsRecursive(definition) || IsTooDeep() || IsFinished(coroutine))
        {
            Doubt(AnyException);
            return Value.Unknown;
        }

        var frame = FrameOf(coroutine, definition, value, isDriven);
        _depth++;
        var completion = RunFrame(frame, definition);
        _depth--;
        Finish(coroutine);
        FinishCall(ref completion);
        return frame.ReturnValue.IsAbsent ? Value.None : frame.ReturnValue;
    }

    private Value EvaluateYield(Yield yield)
    {
        if (_frame.OnYield is not { } onYield)
        {
            return _frame.IsSuspendable ? SuspendAt(yield) : YieldToRunner(yield.Value, yield);
        }

        var item = EvaluateOptional(yield.Value);
        if (_afterCall == Completion.Normal)
        {
            _afterCall = onYield(item.IsAbsent ? Value.None : item);
        }

        return Value.None;
    }

    private Value EvaluateYieldFrom(YieldFrom delegated)
    {
        if (_frame.OnYield is not { } onYield)
        {
            return _frame.IsSuspendable ? DelegateTo(delegated) : YieldToRunner(delegated.Value, delegated);
        }

        var completion = Iterate(delegated, Evaluate(delegated.Value), onYield);
        if (completion is Completion.Unwind or Completion.Diverge or Completion.Raise)
        {
            _afterCall = completion;
        }

        return Value.Unknown;
    }
}
