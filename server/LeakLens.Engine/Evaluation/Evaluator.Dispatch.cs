using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Which function <c>functools.singledispatch</c> calls, where the types it knows are known one by one.</summary>
internal sealed partial class Evaluator
{
    private Value? CallDispatcher(HeapObject dispatcher, TypeModel type, string name, CallArguments arguments, SyntaxNode node)
    {
        if (type.QualifiedName is "functools.key_maker" || (type.QualifiedName is "functools.dispatcher" && name is "dispatch"))
        {
            // An order of one's own is not followed, nor is what is asked for by its type.
            throw new NotDeterminedException();
        }

        if (type.QualifiedName is not "functools.dispatcher" || name is not "__call__" || arguments.Positional.Count == 0)
        {
            return null;
        }

        if (dispatcher.Get(SlotKey.Attribute("registry")).Reference is not { Contents: EntryContents registry })
        {
            throw new NotDeterminedException();
        }

        // A method's first argument is its object.
        var first = arguments[0];
        (Value Type, Value Function) best = default;
        for (var i = 0; i < registry.Count; i++)
        {
            var (key, function) = registry.At(i);
            var handled = AnnotatedType(key);
            if ((IsInstance(first, handled) ?? throw new NotDeterminedException()) && (best.Function.IsAbsent || IsCloser(handled, best.Type)))
            {
                best = (handled, function);
            }
        }

        return Call(best.Function.IsAbsent ? dispatcher.Get(SlotKey.Attribute("function")) : best.Function, arguments, node);
    }

    /// <summary>What was registered without a type says it where it annotates its first parameter.</summary>
    private Value AnnotatedType(Value key)
    {
        if (key.Reference is not { Payload: FunctionValue definition })
        {
            return key;
        }

        var parameters = definition.Parameters;
        var first = parameters.PositionalOnly.Length > 0 ? parameters.PositionalOnly[0] : parameters.Positional.Length > 0 ? parameters.Positional[0] : null;
        if (first?.Annotation is not { } annotation)
        {
            throw new NotDeterminedException();
        }

        var frame = _frame;
        _frame = definition.Closure;
        var type = Evaluate(annotation);
        _frame = frame;
        return type;
    }

    /// <summary>A class is closer to its instances than what it derives from; <c>object</c> is the farthest.</summary>
    private static bool IsCloser(Value type, Value other) =>
        other.Thing is { QualifiedName: "object" } || (type.Thing is { QualifiedName: "bool" } && other.Thing is { QualifiedName: "int" })
        || (type.Reference is { } own && (other.Reference is not { } ancestor || DerivesFrom(own, ancestor, 0) == true));
}
