using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Generator functions that a decorator of a library runs, as <c>@inlineCallbacks</c> of Twisted does: the call runs the body, and each <c>yield</c> is given what it
/// waits for. They are coroutines that were written before there was a word for them.
/// </summary>
internal sealed partial class Evaluator
{
    private const string DrivenSlot = "<driven>";

    /// <summary>The decorator gives back the function, whose calls now run it.</summary>
    private Value MakeDriven(CallArguments arguments)
    {
        if (arguments[0].Reference is { Payload: FunctionValue { Scope.IsGenerator: true } } function)
        {
            _heap.Set(function, SlotKey.Attribute(DrivenSlot), Value.OfBool(true));
        }

        return arguments[0];
    }

    private static bool IsDriven(HeapObject function) => !function.Get(SlotKey.Attribute(DrivenSlot)).IsAbsent;

    /// <summary>Whatever it raises, some of it to return a value (<c>raise gen.Return(x)</c>), goes into what the caller gets, and ends nothing of the caller.</summary>
    private Value Drive(HeapObject generator, SyntaxNode node)
    {
        var result = RunCoroutine(generator, node, isDriven: true);
        if (_afterCall != Completion.Raise)
        {
            return result;
        }

        _afterCall = Completion.Normal;
        return Value.Unknown;
    }

    /// <summary>
    /// <c>yield</c> where nobody iterates. What a driven generator waits for has been run when it was made; a generator that is awaited
    /// stops its task, and what makes that go on is a loop of events that is not followed.
    /// </summary>
    private Value YieldToRunner(Expression? awaited, SyntaxNode node)
    {
        RequireAbstract();
        if (!_frame.IsDriven)
        {
            return Value.Unknown;
        }

        var value = EvaluateOptional(awaited);
        return _afterCall != Completion.Normal || value.Reference is { Kind: ObjectKind.Instance } ? Value.Unknown
            : value.Reference is { Kind: ObjectKind.Generator } ? Await(value, node)
            : value.IsAbsent ? Value.None : value;
    }
}
