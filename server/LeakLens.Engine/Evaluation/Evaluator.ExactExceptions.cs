using System.Collections.Frozen;
using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What exceptions have as attributes (Objects/exceptions.c), and the kinds of OSError that an error number makes.</summary>
internal sealed partial class Evaluator
{
    private const string NotesSlot = "__notes__";

    /// <summary>Error numbers of Linux, and the class that OSError(number, text) is then of.</summary>
    private static readonly FrozenDictionary<long, string> KindsOfSystemError = new Dictionary<long, string>
    {
        [1] = "PermissionError",
        [2] = "FileNotFoundError",
        [3] = "ProcessLookupError",
        [4] = "InterruptedError",
        [10] = "ChildProcessError",
        [11] = "BlockingIOError",
        [13] = "PermissionError",
        [17] = "FileExistsError",
        [20] = "NotADirectoryError",
        [21] = "IsADirectoryError",
        [32] = "BrokenPipeError",
        [103] = "ConnectionAbortedError",
        [104] = "ConnectionResetError",
        [108] = "BrokenPipeError",
        [110] = "TimeoutError",
        [111] = "ConnectionRefusedError",
        [114] = "BlockingIOError",
        [115] = "BlockingIOError",
    }.ToFrozenDictionary();

    private static object KindOfException(object type, CallArguments arguments) =>
        type is ExceptionType { Name: "OSError" } && arguments.Positional.Count is >= 2 and <= 5 && arguments[0] is { Kind: ValueKind.Int, Number.IsExact: true } number
        && KindsOfSystemError.TryGetValue(number.Number.Low, out var name) && ExceptionType.Find(name) is { } kind ? kind : type;

    private Value AttributeOfException(HeapObject exception, string name, SyntaxNode node)
    {
        if (exception.Get(SlotKey.Attribute(name)) is { IsAbsent: false } own)
        {
            return own;
        }

        switch (name)
        {
            case "__context__" or "__cause__" or TracebackSlot:
                return Value.None;
            case "__suppress_context__":
                return Value.OfBool(!exception.Get(SlotKey.Attribute("__cause__")).IsAbsent);
            case "__class__":
                return TypeOf(Value.Of(exception));
            case "__dict__" or "__doc__" or "__module__":
                return Value.Unknown;
            default:
                break;
        }

        if (ExceptionTypeOf(exception) is { } type && ItemsOf(exception.Get(SlotKey.Attribute("args")), node) is { } arguments && AttributeFromArguments(type, arguments, name, node) is { } given)
        {
            return given;
        }

        if (name is "with_traceback" or "add_note" or "split" or "subgroup" or "derive" || (name.StartsWith("__", StringComparison.Ordinal) && name is not NotesSlot))
        {
            return NewBoundMethod(Value.Of(exception), function: null, name, node);
        }

        if (ClassOf(exception) is { } its && FindInClass(its, "__getattr__") is not null)
        {
            return CallSpecial(Value.Of(exception), "__getattr__", Value.OfText(name), node) ?? Value.Unknown;
        }

        return NameOfType(Value.Of(exception)) is { } shown && ExceptionTypeOf(exception) is { } built && !built.Name.StartsWith("Unicode", StringComparison.Ordinal) && built.Name is not ("SyntaxError" or "IndentationError" or "TabError") && !built.Name.Contains('.', StringComparison.Ordinal)
            ? RaiseText("AttributeError", $"'{shown}' object has no attribute '{name}'", node)
            : NewBoundMethod(Value.Of(exception), function: null, name, node);
    }

    private Value? AttributeFromArguments(ExceptionType type, List<Value> arguments, string name, SyntaxNode node)
    {
        var isOfSystem = IsOfSystem(type);
        switch (name)
        {
            case "errno" when isOfSystem:
                return arguments.Count >= 2 ? arguments[0] : Value.None;
            case "strerror" when isOfSystem:
                return arguments.Count >= 2 ? arguments[1] : Value.None;
            case "filename" or "filename2" when isOfSystem:
                return Value.None;
            case "code" when type.Name is "SystemExit":
                return arguments.Count == 0 ? Value.None : arguments.Count == 1 ? arguments[0] : Value.Of(NewTuple(arguments, node));
            case "value" when type.Name is "StopIteration":
                return arguments.Count == 0 ? Value.None : arguments[0];
            case "message" when type.Name.EndsWith("ExceptionGroup", StringComparison.Ordinal) && arguments.Count == 2:
                return arguments[0];
            case "exceptions" when type.Name.EndsWith("ExceptionGroup", StringComparison.Ordinal) && arguments.Count == 2:
                return ItemsOf(arguments[1], node) is { } inner ? Value.Of(NewTuple(inner, node)) : Value.Unknown;
            case "name" when type.Name is "NameError" or "UnboundLocalError" or "AttributeError" or "ImportError" or "ModuleNotFoundError":
            case "obj" when type.Name is "AttributeError":
            case "path" when type.Name is "ImportError" or "ModuleNotFoundError":
                return Value.None;
            case "msg" when type.Name is "ImportError" or "ModuleNotFoundError":
                return arguments.Count == 1 ? arguments[0] : Value.None;
            default:
                return null;
        }
    }

    private Value AddNote(HeapObject exception, Value note, SyntaxNode node)
    {
        if (!IsText(note))
        {
            return NameOfType(note) is { } type ? RaiseText("TypeError", $"note must be a str, not '{type}'", node) : throw new NotDeterminedException();
        }

        if (exception.Get(SlotKey.Attribute(NotesSlot)).Reference is not { } notes)
        {
            notes = NewList([], 0, node);
            SetOwnAttribute(exception, NotesSlot, Value.Of(notes));
        }

        Add(notes, note, node, "append");
        return Value.None;
    }
}
