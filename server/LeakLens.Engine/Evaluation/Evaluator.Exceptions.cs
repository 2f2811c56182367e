using LeakLens.Engine.Heap;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Exceptions as objects: what is raised, who holds it, and what it holds through its traceback.</summary>
internal sealed partial class Evaluator
{
    // Slots of the thread's own object, which no program can name.
    private const string RaisedSlot = "<raised>";
    private const string HandledSlot = "<handled>";

    /// <summary>The slot of a frame's storage that leads to its frame object, once a traceback refers to that.</summary>
    private const string FrameObjectSlot = "<frame object>";

    private const string TracebackSlot = "__traceback__";

    /// <summary>How many <c>try</c> and <c>with</c> statements are open: without any, an exception that may happen ends nothing we follow.</summary>
    private int _tries;

    /// <summary>Exceptions that something since the start of the innermost <c>try</c> may have raised, by name.</summary>
    private HashSet<string> _doubts = new(StringComparer.Ordinal);

    private Completion ExecuteRaise(Raise raise)
    {
        var value = EvaluateOptional(raise.Exception);
        if (AfterCall() is var broken and not Completion.Normal)
        {
            return broken;
        }

        var cause = EvaluateOptional(raise.Cause);
        if (IsExact && RefusesRaise(value, raise))
        {
            return AfterCall();
        }

        if (IsExact && IsClass(cause))
        {
            cause = Call(cause, CallArguments.None, raise);
        }

        value = value.IsAbsent ? _thread.Get(SlotKey.Attribute(HandledSlot)) : IsClass(value) ? Call(value, CallArguments.None, raise) : value;
        if (IsExact && AfterCall() is var left and not Completion.Normal)
        {
            return left;
        }

        if (value.Reference is { Kind: ObjectKind.Instance } exception)
        {
            if (!cause.IsAbsent)
            {
                SetOwnAttribute(exception, "__cause__", cause);
            }

            SetContext(exception);
        }

        _afterCall = Completion.Normal;
        SetRaised(value.IsAbsent ? Value.Unknown : value);
        return Completion.Raise;
    }

    /// <summary>There is nothing to raise, or it is no exception.</summary>
    private bool RefusesRaise(Value value, Raise raise)
    {
        if (value.IsAbsent ? !_thread.Get(SlotKey.Attribute(HandledSlot)).IsAbsent : value.Kind is not (ValueKind.Int or ValueKind.Text or ValueKind.None or ValueKind.Bool or ValueKind.Float))
        {
            return false;
        }

        RaiseText(value.IsAbsent ? "RuntimeError" : "TypeError", value.IsAbsent ? "No active exception to reraise" : "exceptions must derive from BaseException", raise);
        return true;
    }

    private static bool IsClass(Value value) => value.Kind == ValueKind.Known || value.Reference is { Kind: ObjectKind.Class };

    /// <summary>What is being handled while another exception is raised becomes its context.</summary>
    private void SetContext(HeapObject exception)
    {
        var handled = _thread.Get(SlotKey.Attribute(HandledSlot));
        if (handled.Reference is { } context && !ReferenceEquals(context, exception))
        {
            SetOwnAttribute(exception, "__context__", handled);
        }
    }

    private void SetRaised(Value value) => _heap.Set(_thread, SlotKey.Attribute(RaisedSlot), value);

    private Value Raised => _thread.Get(SlotKey.Attribute(RaisedSlot));

    /// <summary>The interpreter itself raises: for certain, here.</summary>
    private Value RaiseNew(string name, Value argument, SyntaxNode node)
    {
        if (ExceptionType.Find(name) is not { } type)
        {
            return Value.Unknown;
        }

        var exception = NewException(type, argument.IsAbsent ? CallArguments.None : new CallArguments([argument], []), node);
        SetContext(exception);
        SetRaised(Value.Of(exception));
        _afterCall = Completion.Raise;
        return Value.Unknown;
    }

    /// <summary>Something may have raised an exception, and may not.</summary>
    private void Doubt(string exception)
    {
        if (_tries > 0)
        {
            _doubts.Add(exception);
        }
    }

    private HeapObject NewException(object type, CallArguments arguments, SyntaxNode node)
    {
        var exception = _heap.Allocate(ObjectKind.Instance, node, _frame.Context, IsExact ? KindOfException(type, arguments) : type);
        SetExceptionArguments(exception, arguments, node);
        return exception;
    }

    /// <summary>BaseException.__new__ keeps the positional arguments.</summary>
    private void SetExceptionArguments(HeapObject exception, CallArguments arguments, SyntaxNode node)
    {
        if (IsExact && arguments.Positional.Count is >= 3 and <= 5 && ExceptionTypeOf(exception) is { } type && IsOfSystem(type))
        {
            // The name of the file is told apart from the other arguments.
            _heap.Set(exception, SlotKey.Attribute("filename"), arguments[2]);
            arguments = arguments with { Positional = [arguments[0], arguments[1]] };
        }

        var held = arguments.HasUnknownMore ? Value.Unknown : Value.Of(arguments.Positional.Count == 0 ? _emptyTuple : NewTuple(arguments.Positional, node));
        _heap.Set(exception, SlotKey.Attribute("args"), held);
    }

    private static bool IsException(HeapObject target) => target.Kind == ObjectKind.Instance && ExceptionTypeOf(target) is not null;

    /// <summary>The built-in exception that an instance is, or that its class derives from.</summary>
    internal static ExceptionType? ExceptionTypeOf(HeapObject instance) => instance.Payload switch
    {
        ExceptionType type => type,
        HeapObject { Payload: ClassValue } type => ExceptionBaseOf(type, 0),
        _ => null,
    };

    private static ExceptionType? ExceptionBaseOf(HeapObject type, int depth)
    {
        if (depth > DeepestHierarchy || type.Payload is not ClassValue definition)
        {
            return null;
        }

        foreach (var name in definition.KnownBases)
        {
            if (ExceptionType.Find(name) is { } found)
            {
                return found;
            }
        }

        foreach (var parent in definition.Bases)
        {
            if (ExceptionBaseOf(parent, depth + 1) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>An exception leaves a frame, or is handled in it: one more entry of its traceback.</summary>
    private void AddTraceback(Value raised, Frame frame)
    {
        if (raised.Reference is not { IsSummary: false } exception || !IsException(exception))
        {
            return;
        }

        // An allocation site of its own: that of the frame object is the function.
        SyntaxNode node = frame.Scope.Node is FunctionDef function ? function.Parameters : frame.Scope.Node;
        var entry = _heap.Allocate(ObjectKind.Native, node, frame.Context, NativeType.Traceback);
        var next = exception.Get(SlotKey.Attribute(TracebackSlot));
        _heap.Set(entry, SlotKey.Attribute("tb_next"), next);
        if (FrameObjectOf(frame) is { } held)
        {
            _heap.Set(entry, SlotKey.Attribute("tb_frame"), Value.Of(held));
        }

        _heap.Set(exception, SlotKey.Attribute(TracebackSlot), Value.Of(entry));
    }

    /// <summary>
    /// The frame object of a frame, made when first asked for, and those of its callers, to which it leads. They hold their
    /// names as they are when the frame is left. That of the module is held anyway.
    /// </summary>
    private HeapObject? FrameObjectOf(Frame frame)
    {
        if (!frame.Scope.IsFunctionLike)
        {
            return null;
        }

        var key = SlotKey.Attribute(FrameObjectSlot);
        if (frame.Storage.Get(key).Reference is { } existing)
        {
            return existing;
        }

        var layout = NativeType.FrameOf(frame.Scope.Symbols.Count(IsSlotOfFrame), StackDepth.Of(frame.Scope.Node));
        var created = _heap.Allocate(ObjectKind.Native, frame.Scope.Node, frame.Context, layout);
        _heap.Set(frame.Storage, key, Value.Of(created));
        if (frame.Caller is { } caller && FrameObjectOf(caller) is { } back)
        {
            _heap.Set(created, SlotKey.Attribute("f_back"), Value.Of(back));
        }

        return created;
    }

    /// <summary>The frame object that a generator makes when somebody looks at it; it stays with the generator.</summary>
    private HeapObject? FrameObjectOf(HeapObject generator)
    {
        var key = SlotKey.Attribute(FrameObjectSlot);
        if (generator.Get(key).Reference is { } known)
        {
            return known;
        }

        if (generator.Payload is not GeneratorValue { Definition: { } definition })
        {
            return null;
        }

        var layout = NativeType.FrameOf(definition.Scope.Symbols.Count(IsSlotOfFrame), StackDepth.Of(definition.Definition));
        var created = _heap.Allocate(ObjectKind.Native, definition.Definition, _frame.Context, layout);
        _heap.Set(generator, key, Value.Of(created));
        return created;
    }

    private static bool IsSlotOfFrame(Python.Binding.Symbol symbol) =>
        symbol.Use is Python.Binding.SymbolUse.Local or Python.Binding.SymbolUse.Cell or Python.Binding.SymbolUse.Free;

    /// <summary>A frame that is left hands its names over to its frame object, when somebody refers to that.</summary>
    private void LeaveFrame(Frame frame)
    {
        if (frame.Storage.Get(SlotKey.Attribute(FrameObjectSlot)).Reference is not { } held)
        {
            return;
        }

        foreach (var symbol in frame.Scope.Symbols)
        {
            if (symbol.Use is Python.Binding.SymbolUse.Local or Python.Binding.SymbolUse.Cell && frame.Storage.Get(frame.KeyOf(symbol)) is { IsAbsent: false } value)
            {
                _heap.Set(held, SlotKey.Attribute(symbol.Name), value);
            }
        }
    }

    /// <summary><c>str(error)</c>: nothing, the one argument, or the tuple of them.</summary>
    private Value StringifyException(HeapObject exception, SyntaxNode node)
    {
        if (IsExact)
        {
            return ShowException(exception, isRepr: false, node) is { } shown ? NewText(shown, node) : NewStr(Quantities.Quantity.SomeLength, StringKind.Ascii, text: null, node);
        }

        var held = exception.Get(SlotKey.Attribute("args"));
        if (held.Reference is not { Kind: ObjectKind.Tuple } tuple || !tuple.GetMeta(Meta.Length).IsExact)
        {
            return NewStr(Quantities.Quantity.SomeLength, StringKind.Ascii, text: null, node);
        }

        return tuple.GetMeta(Meta.Length).Low switch
        {
            0 => Value.OfText(string.Empty),
            1 => Stringify(ItemAt(held, ObjectKind.Tuple, 0, node), node, isRepr: ExceptionTypeOf(exception)?.Name is "KeyError"),
            _ => NewStr(Quantities.Quantity.SomeLength, StringKind.Ascii, text: null, node),
        };
    }
}
