using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Built-in functions and methods that are part of the language rather than of its library: types, exceptions, contexts, generators.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Calls what the library's models do not know; null when it is not of this kind.</summary>
    private Value? TryCallLanguage(string name, CallArguments arguments, SyntaxNode node)
    {
        if (IsExact && TryCallExactLanguage(name, arguments, node) is { } exact)
        {
            return exact;
        }

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
            case "print" when arguments.Find("file").IsAbsent && _thread.Get(SlotKey.Attribute(OutputSlot)) is { Reference: not null } output:
                PrintTo(output, arguments, node);
                return Value.None;
            case "hasattr" when arguments.Positional.Count == 2:
                return (HasAttribute(arguments[0], arguments[1]) ?? (IsExact ? HasAttributeExactly(arguments[0], arguments[1], node) : null)) is { } has ? Value.OfBool(has) : Value.AnyBool;
            case "int" or "float" when arguments.Positional.Count == 1 && KnownText(arguments[0]) is { } text:
                return ParseNumber(name, text, node);
            case "float" when arguments.Positional.Count == 1:
                return ConvertToFloat(arguments[0], node);
            case "bool" when arguments.Positional.Count == 1:
                return Truth(arguments[0], node) is { } truth ? Value.OfBool(truth) : Value.AnyBool;
            case "abs" or "round" or "int" or "float" or "divmod" or "math.floor" or "math.ceil" or "math.trunc"
                when arguments[0].Reference is { Kind: ObjectKind.Instance } && CallSpecial(arguments[0], $"__{name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]}__", arguments with { Positional = [.. arguments.Positional.Skip(1)] }, node) is { } converted:
                return converted;
            case "hash" when IsExact && arguments.Positional.Count == 1 && KnownHash.Of(arguments[0]) is > -LargestInt and < LargestInt and var hash:
                return NewInt(hash, node);
            case "hash" when arguments.Positional.Count == 1:
                return IdentityOf(arguments[0]) is { } identity ? Value.Of(identity) : Value.OfInt(Quantities.Quantity.AnyInteger);
            case "atexit.unregister" when IsExact && arguments.Positional.Count == 1:
                return UnregisterAtExit(arguments[0], node);
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
                return TryInspect(name, arguments, node) is { } seen ? seen
                    : ExceptionType.Find(name) is { } exception
                    ? Value.Of(NewException(exception, arguments, node))
                    : TryMakeManager(name, arguments, node);
        }
    }

    private Value? TryCallExactLanguage(string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "issubclass" when arguments.Positional.Count == 2 && IsSubclass(arguments[0], arguments[1]) is { } derives:
                return Value.OfBool(derives);
            case "format" when arguments.Positional.Count is 1 or 2 && FormatExactly(arguments[0], KnownText(arguments[1]) ?? string.Empty, node) is { } formatted:
                return formatted;
            case "hash" when arguments.Positional.Count == 1 && HashByClass(arguments[0], node) is { } own:
                return own;
            case "slice" when arguments.Positional.Count is >= 1 and <= 3 && arguments.Named.Count == 0:
                return arguments.Positional.Count == 1 ? NewSlice(Value.None, arguments[0], Value.None, node)
                    : NewSlice(arguments[0], arguments[1], arguments[2].IsAbsent ? Value.None : arguments[2], node);
            case "enum.auto" when arguments.Positional.Count == 0:
                return Value.Of(_heap.Allocate(ObjectKind.Native, node, _frame.Context, AutoType));
            default:
                return null;
        }
    }

    /// <summary><c>print</c> while standard output is redirected: the texts, a blank between two of them, and the end of the line.</summary>
    private void PrintTo(Value output, CallArguments arguments, SyntaxNode node)
    {
        if (IsExact)
        {
            PrintPieces(output, arguments, node);
            return;
        }

        var length = Quantities.Quantity.One;
        for (var i = 0; i < arguments.Positional.Count; i++)
        {
            length += TextOf(Stringify(arguments[i], node, isRepr: false)).Length + (i > 0 ? 1 : 0);
        }

        Call(GetAttribute(output, "write", node), new CallArguments([NewStr(length, StringKind.Ascii, text: null, node)], []), node);
    }

    /// <summary>Each argument is written by itself, and so is what stands between two of them and at the end.</summary>
    private void PrintPieces(Value output, CallArguments arguments, SyntaxNode node)
    {
        var write = GetAttribute(output, "write", node);
        var separator = TextOption("sep", " ");
        var end = TextOption("end", "\n");
        for (var i = 0; i < arguments.Positional.Count; i++)
        {
            if (i > 0)
            {
                Call(write, new CallArguments([separator], []), node);
            }

            Call(write, new CallArguments([Stringify(arguments[i], node, isRepr: false)], []), node);
        }

        Call(write, new CallArguments([end], []), node);

        Value TextOption(string name, string standard) => arguments.Find(name) is { IsAbsent: false, Kind: not ValueKind.None } given ? given : Value.OfText(standard);
    }

    private static bool? HasAttribute(Value owner, Value name)
    {
        if (KnownText(name) is not { } text)
        {
            return null;
        }

        if (owner.Reference is not { IsSummary: false } target)
        {
            return owner.Thing is { QualifiedName: var method } && IsOfObject(method) && !text.StartsWith("__", StringComparison.Ordinal) ? false : null;
        }

        var own = target.Get(SlotKey.Attribute(text));
        if (own.Kind == ValueKind.Union && own.Alternatives.ToArray().Any(static one => one.IsAbsent))
        {
            return null;
        }

        if (!own.IsAbsent)
        {
            return true;
        }

        switch (target.Kind)
        {
            case ObjectKind.BoundMethod when target.Payload is BoundMethodValue bound:
                return bound.Function is { } function ? HasAttribute(Value.Of(function), name) : text.StartsWith("__", StringComparison.Ordinal) ? null : false;
            case ObjectKind.Function:
                return text.StartsWith("__", StringComparison.Ordinal) ? null : false;
            case ObjectKind.Class when target.Payload is ClassValue { HasUnknownBase: false, Metaclass: null }:
                return !FindAttributeInClass(target, text).IsAbsent ? true : text.StartsWith("__", StringComparison.Ordinal) ? null : false;
            case ObjectKind.Instance when ClassOf(target) is { Payload: ClassValue { HasUnknownBase: false } } type:
                return text is NamespaceSlot && type.Payload is ClassValue slotted && HasOnlySlots(slotted) ? false
                    : !FindAttributeInClass(type, text).IsAbsent || ObjectNames.Contains(text) ? true
                    : FindInClass(type, "__getattr__") is not null || text.StartsWith("__", StringComparison.Ordinal) || !target.Get(SlotKey.Attribute(NamespaceSlot)).IsAbsent ? null
                    : false;
            default:
                return null;
        }
    }

    /// <summary>
    /// <c>int(text)</c> and <c>float(text)</c>. That a text is a number, or is none, goes on in the next trip when only the digits in it move.
    /// </summary>
    private Value ParseNumber(string type, string text, SyntaxNode node)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var plain = text.Trim().Replace("_", string.Empty, StringComparison.Ordinal);
        if (type is "int" && long.TryParse(plain, System.Globalization.NumberStyles.AllowLeadingSign, culture, out var whole))
        {
            DecideText(node, way: true, string.Empty);
            return NewInt(whole, node);
        }

        if (type is "float" && double.TryParse(plain, System.Globalization.NumberStyles.Float, culture, out var number))
        {
            DecideText(node, way: true, string.Empty);
            return Value.OfFloat(number, _heap.Allocate(ObjectKind.Float, node, _frame.Context));
        }

        if (plain.Length > 15 && plain.All(char.IsAsciiDigit))
        {
            return Value.OfInt(Quantities.Quantity.AnyInteger, _heap.Allocate(ObjectKind.Int, node, _frame.Context));
        }

        DecideText(node, way: false, string.Empty);
        var message = type is "int" ? "invalid literal for int() with base 10: " : "could not convert string to float: ";
        return RaiseNew("ValueError", NewStr(message.Length + text.Length + 2, StringSizes.KindOf(text), message + "'" + text + "'", node), node);
    }

    private Value ConvertToFloat(Value value, SyntaxNode node)
    {
        if (value.Kind is ValueKind.Int or ValueKind.Bool or ValueKind.Float && ToDouble(value) is { } number)
        {
            return value.Kind == ValueKind.Float ? value : Value.OfFloat(number, _heap.Allocate(ObjectKind.Float, node, _frame.Context));
        }

        Doubt("ValueError");
        Doubt("TypeError");
        return Value.OfSomeFloat(_heap.Allocate(ObjectKind.Float, node, _frame.Context));
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

        if (IsExact && name is "indices" && IsSlice(Value.Of(target)) && IndicesOfSlice(target, arguments[0], node) is { } indices)
        {
            return indices;
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
            case "add_note" when IsExact && arguments.Positional.Count == 1:
                return AddNote(exception, arguments[0], node);
            case "__repr__" when IsExact && ShowException(exception, isRepr: true, node) is { } shown:
                return NewText(shown, node);
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
