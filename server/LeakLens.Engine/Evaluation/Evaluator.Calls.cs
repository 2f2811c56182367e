using LeakLens.Engine.Facts;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Calls.</summary>
internal sealed partial class Evaluator
{
    private readonly Dictionary<SyntaxNode, Value> _entryResults = [];

    /// <summary>What each entry point returned when it was called last: it belongs to a caller that is not seen.</summary>
    public IReadOnlyCollection<Value> EntryResults => _entryResults.Values;

    private Value EvaluateCall(Call call)
    {
        var function = EvaluateCallee(call.Function);
        var temporaries = _temporaries.Count;
        var arguments = EvaluateArguments(call);
        var result = _afterCall == Completion.Normal ? Call(function, arguments, call) : Value.Unknown;
        NoteLarge(result, call);
        _temporaries.RemoveRange(temporaries, _temporaries.Count - temporaries);
        return result;
    }

    /// <summary>The attribute that is being read in order to call it: the method bound there is let go of at once.</summary>
    private SyntaxNode? _callee;

    private Value EvaluateCallee(Expression function)
    {
        if (function is not Python.Syntax.Attribute attribute || !HasStack())
        {
            return Evaluate(function);
        }

        var owner = Evaluate(attribute.Value);
        _callee = attribute;
        var method = GetAttribute(owner, attribute.Name, attribute);
        _callee = null;
        return Doubted(method, "AttributeError");
    }

    /// <summary>What is alive besides variables: the arguments of the calls that are under way.</summary>
    private readonly List<Value> _temporaries = [];

    private Value Noted(Value result, SyntaxNode node)
    {
        NoteLarge(result, node);
        return result;
    }

    private void NoteLarge(Value result, SyntaxNode node)
    {
        if (PeakLog.IsLarge(result) && result.Reference is { } made && !_frame.Module.IsImported)
        {
            Peaks.Made(made, node, _temporaries, _frame, isEntryPoint: _firstEntryBirth > 0, ReferenceEquals(_scratch?.Node, node) ? _scratch : null);
            _scratch = null;
        }
    }

    /// <summary>What the call that is about to return took while it ran.</summary>
    private Scratch? _scratch;

    private void NoteScratch(Quantity bytes, SyntaxNode node) =>
        _scratch = bytes.HasFiniteHigh && bytes.High > 0 ? new Scratch(node, bytes.High, []) : null;

    private Value Call(Value function, CallArguments arguments, SyntaxNode node)
    {
        _budget.Step();
        switch (function.Kind)
        {
            case ValueKind.Known when function.Thing is { } thing:
                return CallThing(thing, arguments, node);
            case ValueKind.Object when function.Reference is { } target:
                return CallObject(target, arguments, node);
            case ValueKind.Union:
                return CallAny(function, arguments, node);
            case ValueKind.None or ValueKind.Int or ValueKind.Float or ValueKind.Bool when IsExact && RefuseCall(function, "'{0}' object is not callable", node) is { } refused:
                return refused;
            default:
                ShareArguments(arguments);
                Doubt(AnyException);
                return Value.Unknown;
        }
    }

    private const string AnyException = "Exception";

    private Value CallThing(KnownThing thing, CallArguments arguments, SyntaxNode node)
    {
        _hasOwnDecimals |= thing.QualifiedName is "decimal.getcontext" or "decimal.setcontext" or "decimal.localcontext" or "decimal.Context";
        if (_hasByteArrays)
        {
            arguments = TendBytes(thing.QualifiedName, arguments);
        }

        if (IsPrecise && KnownFunctions.Find(thing.QualifiedName) is { } known && Models.FindOwnFunction(thing.QualifiedName) is null && !IsMethodOfType(thing.QualifiedName) && TryKnown(known, Value.Absent, arguments, node, isJson: thing.QualifiedName is "json.dumps") is { } computed)
        {
            return computed;
        }

        if (TryCallRandom(thing.QualifiedName, arguments, node) is { } drawn)
        {
            return drawn;
        }

        if ((TryCallLanguage(thing.QualifiedName, arguments, node) ?? CallOperatorFunction(thing.QualifiedName, arguments, node)) is { } value)
        {
            return value;
        }

        var result = CallKnown(thing, arguments, node);
        if (result.IsUnknown)
        {
            Doubt(AnyException);
        }

        return result;
    }

    /// <summary>Code that is not seen got hold of a container: it may let go of what is in it.</summary>
    private void ShareArguments(CallArguments arguments)
    {
        for (var i = 0; i < arguments.Positional.Count; i++)
        {
            if (arguments[i].Reference is { Kind: ObjectKind.List or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque or ObjectKind.ByteArray } shared)
            {
                _heap.Set(shared, SlotKey.Attribute(SharedSlot), Value.OfBool(true));
                Forget(shared);
            }
        }
    }

    public const string SharedSlot = "<shared>";

    private Value CallAny(Value function, CallArguments arguments, SyntaxNode node)
    {
        var joined = Value.Absent;
        foreach (var alternative in function.Alternatives.ToArray())
        {
            MaybeCall(() => joined = Value.Join(joined, Call(alternative, arguments, node)));
        }

        return joined;
    }

    private Value CallObject(HeapObject target, CallArguments arguments, SyntaxNode node)
    {
        switch (target.Payload)
        {
            case FunctionValue definition:
                return CallFunction(target, definition, arguments, node);
            case ClassValue type:
                _hasUsedImported |= type.IsImported;
                return Instantiate(target, type, arguments, node);
            case BoundMethodValue { Function: { Payload: FunctionValue definition } function } method:
                return CallFunction(function, definition, arguments.Behind(method.Receiver), node);
            case BoundMethodValue { Function: { Payload: ClassValue { Record: RecordKind.Dataclass } } record, Name: "__init__" } method when IsExact:
                return InitializeRecord(record, method.Receiver, arguments, node);
            case NativeType when ReferenceEquals(target.Payload, RecordInitializer) && target.Get(SlotKey.Attribute("record")).Reference is { } fields:
                return InitializeRecord(fields, arguments[0], arguments with { Positional = [.. arguments.Positional.Skip(1)] }, node);
            case BoundMethodValue { Function: { } callable } method:
                return Call(Value.Of(callable), arguments.Behind(method.Receiver), node);
            case BoundMethodValue method:
                return CallNativeMethod(method.Receiver, method.Name, arguments, node);
            case ManagedCall managed:
                return CallManaged(managed, arguments, node);
            case TypeModel model when model.FindMethod("__call__") is { } call:
                return RunModel(call, Value.Of(target), arguments, node);
            default:
                return target.Kind != ObjectKind.Instance ? Value.Unknown
                    : CallSpecial(Value.Of(target), "__call__", arguments, node) ?? (IsExact ? RefuseCall(Value.Of(target), "'{0}' object is not callable", node) : null) ?? Value.Unknown;
        }
    }

    private Value CallNativeMethod(Value receiver, string name, CallArguments arguments, SyntaxNode node)
    {
        if (receiver.Reference is { } target && TryCallLanguageMethod(target, name, arguments, node) is { } value)
        {
            return value;
        }

        if (IsExact && receiver.Reference is { } own && CallObjectMethod(receiver, own, name, arguments, node) is { } answered)
        {
            return answered;
        }

        var result = CallMethod(receiver, name, arguments, node);
        if (result.IsUnknown && _afterCall == Completion.Normal && CallOperatorMethod(receiver, name, arguments, node) is { } computed)
        {
            return computed;
        }

        if (result.IsUnknown)
        {
            Doubt(AnyException);
        }

        return result;
    }

    private Value CallFunction(HeapObject function, FunctionValue definition, CallArguments arguments, SyntaxNode node)
    {
        _called.Add(definition.Definition);
        _hasUsedImported |= definition.Closure.Module.IsImported;
        if (!FitsExactly(function, definition, arguments, node))
        {
            return Value.Unknown;
        }

        if (definition.Scope.IsGenerator || definition.Definition is FunctionDef { IsAsync: true })
        {
            var made = NewGenerator(function, definition, arguments, node);
            return IsDriven(function) && made.Reference is { } generator ? Drive(generator, node) : made;
        }

        if (definition.Closure.Module.IsImported && !_isImporting)
        {
            return CallImported(function, definition, arguments, node);
        }

        var question = QuestionOf(definition, arguments);
        if (question is not null && _answers.TryGetValue(question, out var answer))
        {
            return answer;
        }

        if (IsTooDeep() || (IsRecursive(definition) && !MayDescend(definition, arguments)))
        {
            NoteUnseenDescent(definition, arguments);
            HasRepeated |= _firstEntryBirth == 0;
            Doubt(AnyException);
            NothingIsEndless();
            return Value.Unknown;
        }

        var result = RunFunction(function, definition, arguments, node);
        if (question is not null)
        {
            Answer(question, result);
        }

        return result;
    }

    /// <summary>Calls inside each other are not followed for ever; the exact run ends where CPython would.</summary>
    private bool IsTooDeep()
    {
        if (!IsExact)
        {
            return _depth >= DeepestCall;
        }

        if (_depth >= DeepestExactCall || !HasStack())
        {
            NotDetermined();
        }

        return false;
    }

    /// <summary>What is not followed any deeper may be what ends the loops that run.</summary>
    private void NothingIsEndless()
    {
        for (var loop = _loop; loop is not null; loop = loop.Outer)
        {
            loop.MayLeave = true;
        }
    }

    /// <summary>Three runs of one function inside each other say what a fourth would. In a hurry one is enough.</summary>
    private bool IsRecursive(FunctionValue definition)
    {
        var deepest = IsHurried ? 1 : 3;
        var seen = 0;
        for (var frame = IsExact ? null : _frame; frame is not null; frame = frame.Caller)
        {
            seen += ReferenceEquals(frame.Scope, definition.Scope) ? 1 : 0;
        }

        if (seen is > 0 and < 3 && seen >= deepest && !definition.Closure.Module.IsImported)
        {
            _hurried.Add(definition.Definition);
        }

        return seen >= deepest;
    }

    private Value RunFunction(HeapObject function, FunctionValue definition, CallArguments arguments, SyntaxNode node)
    {
        var caller = _frame;
        var frame = NewFrame(definition.Scope, definition.Definition, definition.Closure, caller, _contexts.Enter(caller.Context, node), function);
        _frame = frame;
        Bind(function, definition, arguments);
        _frame = caller;
        _depth++;
        var recursion = IsExact ? EnterRecursion(frame, definition) : null;
        var completion = RunFrame(frame, definition);
        LeaveRecursion(recursion);
        _depth--;
        FinishCall(ref completion);
        return frame.ReturnValue.IsAbsent ? Value.None : frame.ReturnValue;
    }

    /// <summary>Runs a body in a frame whose arguments are bound.</summary>
    private Completion RunFrame(Frame frame, FunctionValue definition)
    {
        var caller = _frame;
        _frame = frame;
        var completion = definition.Expression is { } expression ? ReturnExpression(expression) : ExecuteBody(definition.Body);
        if (completion == Completion.Suspend)
        {
            AbsorbPending(0);
        }
        else
        {
            completion = Land(Completion.Return, completion, 0);
            NoteDepth(frame, definition);
        }

        LeaveFunction(frame, caller, completion);
        _frame = caller;
        return completion;
    }

    private Completion ReturnExpression(Expression expression)
    {
        _frame.ReturnValue = Evaluate(expression);
        return AfterCall();
    }

    /// <summary>Exceptions that leave a function note it in their traceback; those that only may leave it go on waiting in the caller.</summary>
    private void LeaveFunction(Frame frame, Frame caller, Completion completion)
    {
        if (_tries == 0 && completion != Completion.Raise)
        {
            LeaveFrame(frame);
            DiscardPending(frame);
            return;
        }

        if (frame.Pending.Count > 0)
        {
            frame.Pending.RemoveAll(static exit => exit.Completion != Completion.Raise);
        }

        OnEveryExit(completion, pending: 0, leaving =>
        {
            if (leaving == Completion.Raise)
            {
                AddTraceback(Raised, frame);
            }

            LeaveFrame(frame);
            return leaving;
        });
        foreach (var exit in frame.Pending)
        {
            if (_tries > 0 && caller.Pending.Count < MostPending)
            {
                caller.Pending.Add(exit);
            }
            else
            {
                _heap.Discard(exit.Written);
            }
        }

        // The frame of a generator may be entered again: what waits in the caller by now must not wait here too.
        frame.Pending.Clear();
    }

    /// <summary>Nobody waits for these exits any more.</summary>
    private void DiscardPending(Frame frame)
    {
        foreach (var exit in frame.Pending)
        {
            _heap.Discard(exit.Written);
        }

        frame.Pending.Clear();
    }

    /// <summary>A call that raises or never returns ends the statement that made it.</summary>
    private void FinishCall(ref Completion completion)
    {
        if (completion is Completion.Return or Completion.Normal)
        {
            completion = Completion.Normal;
        }
        else if (completion is Completion.Raise or Completion.Diverge or Completion.Unwind)
        {
            _afterCall = completion;
        }
    }

    private Value DefineFunction(FunctionDef function)
    {
        var value = new FunctionValue(function, function.Name, function.Parameters, function.Body, Expression: null, _frame.Module.Scopes.GetScope(function), _frame);
        var created = NewFunction(value, function);
        if (!_frame.Module.IsImported)
        {
            _uncalled.Add(created);
        }

        var result = Value.Of(created);
        for (var i = function.Decorators.Length - 1; i >= 0; i--)
        {
            result = Decorate(Evaluate(function.Decorators[i]), result, function.Decorators[i]);
        }

        return result;
    }

    private Value DefineLambda(Lambda lambda) =>
        Value.Of(NewFunction(new FunctionValue(lambda, "<lambda>", lambda.Parameters, [], lambda.Body, _frame.Module.Scopes.GetScope(lambda), _frame), lambda));

    private HeapObject NewFunction(FunctionValue value, SyntaxNode node)
    {
        var created = _heap.Allocate(ObjectKind.Function, node, _frame.Context, value);
        HoldCells(created, value.Scope);
        var parameters = value.Parameters;
        var all = parameters.PositionalOnly.AddRange(parameters.Positional);
        for (var i = 0; i < parameters.Defaults.Length; i++)
        {
            var parameter = all[all.Length - parameters.Defaults.Length + i];
            _heap.Set(created, SlotKey.Attribute(DefaultSlotOf(parameter.Name)), Evaluate(parameters.Defaults[i]));
        }

        for (var i = 0; i < parameters.KeywordOnly.Length; i++)
        {
            if (parameters.KeywordDefaults[i] is { } standard)
            {
                _heap.Set(created, SlotKey.Attribute(DefaultSlotOf(parameters.KeywordOnly[i].Name)), Evaluate(standard));
            }
        }

        return created;
    }

    /// <summary>A function holds what the variables that it closes over hold.</summary>
    private void HoldCells(HeapObject function, Scope scope)
    {
        foreach (var symbol in scope.Symbols)
        {
            if (symbol.Use == SymbolUse.Free && GetName(symbol.Name) is { Reference: not null } captured)
            {
                _heap.Set(function, SlotKey.Attribute(CellPrefix + symbol.Name), captured);
            }
        }
    }

    /// <summary>What tracemalloc would answer: the bytes that were made since it started and are alive, and the most that were.</summary>
    private Value TracedMemory(SyntaxNode node)
    {
        _growths.Tracing.Measure(node);
        var before = _growths.Tracing.Base;
        var alive = AliveBytes();
        var bytes = Value.OfInt(before.Kind is ValueKind.Int ? Quantity.Max(Quantity.Zero, alive - before.Number) : alive);
        return Value.Of(NewTuple([bytes, bytes], node));
    }

    private Quantity AliveBytes()
    {
        var alive = Peaks.Alive(PeakLog.Roots(made: null, _temporaries, _frame), out var visits);
        _budget.Step(1 + visits);
        return alive.HasFiniteHigh ? alive.High : Quantity.SomeLength;
    }
}
