using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What a decorator makes of a function.</summary>
internal sealed partial class Evaluator
{
    private Value Decorate(Value decorator, Value function, SyntaxNode node)
    {
        if (decorator.Thing is { QualifiedName: "staticmethod" or "classmethod" or "property" or CachedProperty } builtin)
        {
            if (function.Reference is { } target)
            {
                _heap.Set(target, SlotKey.Attribute(DecoratedSlot), Value.OfText(builtin.QualifiedName));
            }

            return function;
        }

        if (IsExact && DecorateWithManager(decorator, function, node) is { } managed)
        {
            return managed;
        }

        if (IsExact && decorator.Thing is { QualifiedName: "contextlib.contextmanager" or "contextlib.asynccontextmanager" } && function.Reference is { } maker)
        {
            _heap.Set(maker, SlotKey.Attribute(ManagerSlot), Value.OfBool(true));
            return function;
        }

        if (IsExact && decorator.Thing is { QualifiedName: "abc.abstractmethod" } && function.Reference is { } declared)
        {
            _heap.Set(declared, SlotKey.Attribute(AbstractSlot), Value.OfBool(true));
            return function;
        }

        var result = Call(decorator, new CallArguments([function], []), node);
        if (IsExact && _afterCall != Completion.Normal)
        {
            return Value.Unknown;
        }

        // A decorator that is not seen usually returns something that calls the function.
        return result.IsUnknown ? function : result;
    }

    private const string DecoratedSlot = "<decorated>";
    private const string CachedProperty = "functools.cached_property";
}
