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
            case "type" when arguments.Positional.Count == 3:
                return MakeClass(arguments, metaclass: null, node);
            case "dataclasses.dataclass" when arguments.Positional.Count == 0:
                return Value.Of(_heap.Allocate(ObjectKind.Instance, node, _frame.Context, new ContextManager(name, arguments)));
            case "next":
                return CallNext(arguments, node);
            case "iter" when arguments[0].Reference is { Kind: ObjectKind.Generator or ObjectKind.Iterator }:
                return arguments[0];
            case "hash" when arguments.Positional.Count == 1:
                return IdentityOf(arguments[0]) is { } identity ? Value.Of(identity) : Value.OfInt(Quantities.Quantity.AnyInteger);
            case "dataclasses.field":
                return Value.Of(NewField(arguments, node));
            case "dataclasses.replace" or "copy.replace":
                return ReplaceFields(arguments[0], arguments, node);
            case "collections.namedtuple":
                return MakeNamedTuple(arguments, node);
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

        if (target.Kind == ObjectKind.Class)
        {
            return CallClassMethod(target, name, arguments, node);
        }

        if (target.Kind is ObjectKind.Generator or ObjectKind.Iterator)
        {
            return CallIteratorMethod(target, name, arguments, node);
        }

        if (target.Kind == ObjectKind.Tuple && name is "_replace")
        {
            return ReplaceFields(Value.Of(target), arguments, node);
        }

        return IsException(target) ? CallExceptionMethod(target, name, arguments, node) : null;
    }

    /// <summary>Methods that classes have from <c>type</c> and <c>object</c>.</summary>
    private Value? CallClassMethod(HeapObject type, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "__call__" when type.Payload is ClassValue definition:
                return InstantiatePlainly(type, definition, arguments, node);
            case "__init__" or "__init_subclass__" or "__setattr__":
                return Value.None;
            case "_make":
                var items = new List<Value>();
                return TryUnpack(arguments[0], items, node) ? Call(Value.Of(type), new CallArguments(items, []), node) : Value.Unknown;
            default:
                return null;
        }
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
        var own = target.Kind is ObjectKind.Generator or ObjectKind.Iterator ? Value.Absent : target.Get(SlotKey.Attribute(name));
        if (!own.IsAbsent)
        {
            return own;
        }

        return IsException(target) && name is TracebackSlot or "__context__" or "__cause__" ? Value.None : null;
    }
}
