using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Generators are not suspended: whoever iterates one runs its body, with what happens to each item as the action of <c>yield</c>.</summary>
internal sealed partial class Evaluator
{
    private Value NewGenerator(GeneratorValue value, SyntaxNode node) =>
        Value.Of(_heap.Allocate(ObjectKind.Generator, node, _frame.Context, value));

    private const string DoneSlot = "<done>";

    /// <summary>Break says that the consumer left early.</summary>
    private Completion RunGenerator(HeapObject generator, Func<Value, Completion> consumer, SyntaxNode node)
    {
        if (generator.Payload is not GeneratorValue value || generator.IsSummary || _depth >= DeepestCall)
        {
            return Completion.Normal;
        }

        // A generator runs once; whoever iterates it again finds it at its end.
        var done = SlotKey.Attribute(DoneSlot);
        if (!generator.Get(done).IsAbsent)
        {
            return Completion.Normal;
        }

        _heap.Set(generator, done, Value.OfBool(true));
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
            : RunGeneratorFunction(value, OnYield, node);
        _depth--;
        _frame = consumerFrame;
        _afterCall = Completion.Normal;
        return left != Completion.Normal ? left : ended is Completion.Diverge or Completion.Raise ? ended : Completion.Normal;
    }

    private Completion RunGeneratorFunction(GeneratorValue value, Func<Value, Completion> onYield, SyntaxNode node)
    {
        if (value.Definition is not { } definition || value.Function is not { } function || IsRecursive(definition))
        {
            return Completion.Normal;
        }

        RunFunction(function, definition, value.Arguments, node, onYield, out var completion);
        return completion;
    }

    private Completion RunGeneratorExpression(GeneratorExp expression, Value first, Frame closure, Func<Value, Completion> onYield)
    {
        var present = _frame;
        _frame = new Frame(closure.Scope, closure.Storage, closure.Closure, present, present.Context);
        var completion = InComprehension(expression, expression.Generators, first, () => onYield(Evaluate(expression.Element)));
        _frame = present;
        return completion;
    }

    private Value RunCoroutine(HeapObject coroutine, SyntaxNode node)
    {
        if (coroutine.Payload is not GeneratorValue { Definition: { } definition, Function: { } function } value || IsRecursive(definition) || _depth >= DeepestCall)
        {
            return Value.Unknown;
        }

        return RunFunction(function, definition, value.Arguments, node, onYield: null, out _);
    }

    private Value EvaluateYield(Value item)
    {
        var completion = _frame.OnYield?.Invoke(item.IsAbsent ? Value.None : item) ?? Completion.Normal;
        if (completion != Completion.Normal)
        {
            _afterCall = completion;
        }

        return Value.Unknown;
    }

    private Value EvaluateYieldFrom(YieldFrom delegated)
    {
        var onYield = _frame.OnYield;
        var completion = Iterate(delegated, Evaluate(delegated.Value), item => onYield?.Invoke(item) ?? Completion.Normal);
        if (completion is Completion.Unwind or Completion.Diverge)
        {
            _afterCall = completion;
        }

        return Value.Unknown;
    }
}
