using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Built-in functions and methods that are part of the language rather than of its library: types, exceptions, contexts, generators.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Calls what the library's models do not know; null when it is not of this kind.</summary>
    private Value? TryCallLanguage(string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "isinstance" when arguments.Positional.Count == 2:
                return IsInstance(arguments[0], arguments[1]) is { } known ? Value.OfBool(known) : Value.AnyBool;
            case "type" when arguments.Positional.Count == 1:
                return TypeOf(arguments[0]);
            case "sys.exc_info":
                return ExceptionInfo(node);
            case "sys.exception":
                return Handled;
            default:
                return ExceptionType.Find(name) is { } exception
                    ? Value.Of(NewException(exception, arguments, node))
                    : TryMakeManager(name, arguments, node);
        }
    }

    private Value Handled => _thread.Get(SlotKey.Attribute(HandledSlot)) is { IsAbsent: false } handled ? handled : Value.None;

    private Value ExceptionInfo(SyntaxNode node)
    {
        var handled = Handled;
        var traceback = handled.Reference?.Get(SlotKey.Attribute(TracebackSlot)) ?? Value.Absent;
        return Value.Of(NewTuple([TypeOf(handled), handled, traceback.IsAbsent ? Value.None : traceback], node));
    }

    private Value? TryCallLanguageMethod(HeapObject target, string name, CallArguments arguments, SyntaxNode node)
    {
        if (target.Payload is ContextManager manager)
        {
            return CallManagerMethod(target, manager, name, arguments, node);
        }

        return IsException(target) ? CallExceptionMethod(target, name, arguments, node) : null;
    }

    private Value? CallExceptionMethod(HeapObject exception, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "__init__":
                SetExceptionArguments(exception, arguments, node);
                return Value.None;
            case "with_traceback":
                SetOwnAttribute(exception, TracebackSlot, arguments[0]);
                return Value.Of(exception);
            case "__str__":
                return StringifyException(exception, node);
            default:
                return null;
        }
    }

    /// <summary>Attributes that objects of the interpreter have without a class of the program.</summary>
    private static Value? GetNativeAttribute(HeapObject target, string name)
    {
        var own = target.Get(SlotKey.Attribute(name));
        if (!own.IsAbsent)
        {
            return own;
        }

        return IsException(target) && name is TracebackSlot or "__context__" or "__cause__" ? Value.None : null;
    }
}
