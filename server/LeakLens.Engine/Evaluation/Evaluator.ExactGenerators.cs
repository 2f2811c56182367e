using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Generators in the exact run where they refuse something (Objects/genobject.c): before the first step, after the last one, and what may not leave them.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Null when the generator is to be stepped as usual.</summary>
    private Value? StepUnready(HeapObject generator, string name, CallArguments arguments, SyntaxNode node)
    {
        if (name is "send" or "asend")
        {
            return !IsFinished(generator) && !IsStarted(generator) && arguments[0].Kind != ValueKind.None
                ? RaiseText("TypeError", $"can't send non-None value to a just-started {NameOfType(Value.Of(generator)) ?? "generator"}", node)
                : null;
        }

        if (IsStarted(generator) && !IsFinished(generator))
        {
            return null;
        }

        // Nothing waits in it: what is thrown comes straight back.
        Finish(generator);
        SetRaised(ThrownBy(arguments, node));
        _afterCall = Completion.Raise;
        return Value.Unknown;
    }

    /// <summary><c>throw(error)</c>, and the older <c>throw(type, value)</c>.</summary>
    private Value ThrownBy(CallArguments arguments, SyntaxNode node)
    {
        var thrown = arguments[0];
        return !IsClass(thrown) ? thrown
            : arguments[1] is { IsAbsent: false, Kind: not ValueKind.None } value ? IsInstance(value, thrown) == true ? value : Call(thrown, new CallArguments([value], []), node)
            : Call(thrown, CallArguments.None, node);
    }

    /// <summary>PEP 479: a StopIteration that leaves the body of a generator is a RuntimeError outside.</summary>
    private void TurnStopIteration(HeapObject generator)
    {
        var isAsync = generator.Payload is GeneratorValue { Definition.Definition: FunctionDef { IsAsync: true } };
        var ends = IsInstanceOfKnown(Raised, "StopIteration") == true ? "StopIteration" : isAsync && IsInstanceOfKnown(Raised, "StopAsyncIteration") == true ? "StopAsyncIteration" : null;
        if (ends is null)
        {
            return;
        }

        var cause = Raised;
        RaiseText("RuntimeError", $"{NameOfType(Value.Of(generator)) switch { "async_generator" => "async generator", var name => name ?? "generator" }} raised {ends}", generator.Site.Node);
        if (Raised.Reference is { } error)
        {
            SetOwnAttribute(error, "__cause__", cause);
            SetOwnAttribute(error, "__context__", cause);
        }

        _afterCall = Completion.Normal;
    }

    private readonly Dictionary<SyntaxNode, bool> _standsFirst = new(ReferenceEqualityComparer.Instance);

    /// <summary>To go on from a yield its statement is entered again: what was called before it in the same statement would be called twice.</summary>
    private void RequireFirst(SyntaxNode yield)
    {
        if (!IsExact || _frame.Scope.Node is not FunctionDef function)
        {
            return;
        }

        if (!_standsFirst.TryGetValue(yield, out var isFirst))
        {
            // The function is walked through once for each of its yields.
            const int CharactersPerWalk = 16;
            _budget.Step(1 + ((function.End - function.Start) / CharactersPerWalk));
            _standsFirst.Add(yield, isFirst = EarlierCallFinder.StandsFirst(function, yield));
        }

        if (!isFirst)
        {
            NotDetermined();
        }
    }
}
