using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Calls of what libraries define. What has no model is unknown: never free, never infinite.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Of an object and a type of which an object has one: that one, such as its weak reference.</summary>
    private readonly Dictionary<(HeapObject Of, TypeModel Type), HeapObject> _onesOf = [];

    private Value CallKnown(KnownThing thing, CallArguments arguments, SyntaxNode node)
    {
        if (Models.FindOwnFunction(thing.QualifiedName) is { } own)
        {
            return RunModel(own, Value.Absent, arguments, node);
        }

        if (IsExact && (CallStrandFunction(thing.QualifiedName, arguments, node) ?? CallFileFunction(thing.QualifiedName, arguments, node) ?? CallCsvFunction(thing.QualifiedName, arguments, node) ?? CallHashFunction(thing.QualifiedName, arguments, node) ?? CallBisect(thing.QualifiedName, arguments, node) ?? CallRanking(thing.QualifiedName, arguments, node) ?? CallSubstitute(thing.QualifiedName, arguments, node) ?? CallCollector(thing.QualifiedName) ?? CallClock(thing.QualifiedName, arguments, node) ?? CallDrawn(thing.QualifiedName, arguments, node)) is { } exact)
        {
            return exact;
        }

        if (Models.FindFunction(thing.QualifiedName) is { } function)
        {
            return RunModel(function, Value.Absent, arguments, node);
        }

        if (Models.FindType(thing.QualifiedName) is { } type)
        {
            if (IsExact && arguments.Named.Count > 0 && type.FindMethod("__call__") is { Intrinsic: Intrinsic.CallNamed })
            {
                // Arguments that go on by their names are not kept.
                NotDetermined();
            }

            return MakeInstance(type, arguments, node);
        }

        return CallThroughType(thing.QualifiedName, arguments, node) ?? CallUnknown(arguments);
    }

    private Value CallUnknown(CallArguments arguments)
    {
        NoteWait(Value.Unknown);
        ShareArguments(arguments);
        return Value.Unknown;
    }

    /// <summary><c>dict.fromkeys(keys)</c>, <c>str.lower(text)</c>: a method, called through its type.</summary>
    private Value? CallThroughType(string qualifiedName, CallArguments arguments, SyntaxNode node)
    {
        var dot = qualifiedName.LastIndexOf('.');
        if (dot < 0 || Models.FindType(qualifiedName[..dot]) is not { } type)
        {
            return null;
        }

        var name = qualifiedName[(dot + 1)..];
        if (type.FindStatic(name) is { } function)
        {
            return RunModel(function, Value.Absent, arguments, node);
        }

        if (arguments.Positional.Count == 0)
        {
            return null;
        }

        var others = arguments with { Positional = [.. arguments.Positional.Skip(1)] };
        return type.FindMethod(name) is { } method ? RunModel(method, arguments[0], others, node) : CallOperatorMethod(arguments[0], name, others, node);
    }

    /// <summary><c>str.lower</c>: the first argument is the object that the method belongs to.</summary>
    private bool IsMethodOfType(string qualifiedName) =>
        qualifiedName.LastIndexOf('.') is > 0 and var dot && Models.FindType(qualifiedName[..dot])?.FindMethod(qualifiedName[(dot + 1)..]) is not null;

    /// <summary>The model of what an object is an instance of, or derives from.</summary>
    private static TypeModel? ModelOf(HeapObject target) => target.Payload switch
    {
        TypeModel type => type,
        HeapObject type => FindKnownBase(type) ?? LibraryCatalogue.TypeOf(target.Kind),
        _ => LibraryCatalogue.TypeOf(target.Kind),
    };

    /// <summary>The library type that a class of the program derives from.</summary>
    internal static TypeModel? FindKnownBase(HeapObject type)
    {
        if (type.Payload is not ClassValue definition)
        {
            return null;
        }

        foreach (var ancestor in definition.Ancestors)
        {
            if (ancestor.Payload is not ClassValue parent)
            {
                continue;
            }

            foreach (var name in parent.KnownBases)
            {
                if (parent.Models.FindType(name) is { } known)
                {
                    return known;
                }
            }
        }

        return null;
    }

    private Value MakeInstance(TypeModel type, CallArguments arguments, SyntaxNode node)
    {
        var of = type.IsOneEach && arguments is { Positional: [{ Reference: { IsSummary: false } only }], Named.Count: 0 } ? only : null;
        if (of is not null && _onesOf.TryGetValue((of, type), out var known))
        {
            return Value.Of(known);
        }

        var made = _heap.Allocate(type.Storage, node, _frame.Context, type);
        if (of is not null)
        {
            _onesOf.Add((of, type), made);
        }

        if (type.KeepsKeywords)
        {
            foreach (var (name, value) in arguments.Named)
            {
                _heap.Set(made, SlotKey.Attribute(name), value);
            }
        }

        if (type.FindConstructor() is { } constructor)
        {
            RunModel(constructor, Value.Of(made), arguments, node);
        }

        if (IsExact && type.QualifiedName is ByteArrayType)
        {
            FillByteArray(made, arguments, node);
        }

        return Value.Of(made);
    }

    private Value RunModel(FunctionModel model, Value self, CallArguments arguments, SyntaxNode node)
    {
        if (IsExact && self.Content is not null && model.Name is "join" && arguments[0].Reference is { Kind: ObjectKind.Generator or ObjectKind.Iterator })
        {
            var drawn = _heap.Allocate(ObjectKind.List, node, _frame.Context);
            Extend(drawn, arguments[0], node);
            KeepAlive(Value.Of(drawn));
            arguments = new CallArguments([Value.Of(drawn)], []);
        }

        if (!self.IsAbsent && IsPrecise && model.Known is { } known && TryKnown(known, self, arguments, node) is { } result)
        {
            return result;
        }

        if (self.Reference is { Contents: not null } container && CallExactMethod(container, model.Name, arguments, node) is { } exact)
        {
            return exact;
        }

        if (IsExact && self.Reference is { } receiver && (CallExactLibraryMethod(receiver, model.Name, arguments, node) ?? CallByteArrayMethod(receiver, model, arguments, node)) is { } special)
        {
            return special;
        }

        if (_hasByteArrays && self.Reference is { Kind: ObjectKind.Opaque })
        {
            // As connection.recv_into(buffer) does, for one; a method without a model is handed them as something unknown.
            ForgetBytes(arguments);
        }

        if (model.Intrinsic is { } intrinsic)
        {
            return RunIntrinsic(intrinsic, model, self, arguments, node);
        }

        return RunBody(model, self, arguments, node);
    }

    /// <summary>What the text of a model says: its effects, and then its result.</summary>
    private Value RunBody(FunctionModel model, Value self, CallArguments arguments, SyntaxNode node)
    {
        var body = model.Body;
        if (IsTooDeep() || body.Error is not null)
        {
            return CallUnknown(arguments);
        }

        if (model.Cost > 0)
        {
            _budget.Step(model.Cost);
        }

        var call = new ModelCall(new Value[body.Variables], node, model.Name);
        call.Variables[0] = self;
        BindModel(body, arguments, call);
        _depth++;
        foreach (var effect in body.Effects)
        {
            Run(effect, call);
        }

        var made = Run(body.Result, call);
        _depth--;
        if (self.IsAbsent || self.Reference is { Kind: ObjectKind.Opaque })
        {
            NoteWait(made);
        }

        return made;
    }

    private void BindModel(ModelBody body, CallArguments arguments, ModelCall call)
    {
        for (var i = 0; i < body.Parameters.Length; i++)
        {
            var value = i < body.Positional && i < arguments.Positional.Count ? arguments.Positional[i] : arguments.Find(body.Parameters[i]);
            call.Variables[i + 1] = value.IsAbsent && arguments.HasUnknownMore ? Value.Unknown : value;
        }

        if (body.Rest >= 0)
        {
            var more = new List<Value>();
            for (var i = body.Positional; i < arguments.Positional.Count; i++)
            {
                more.Add(arguments.Positional[i]);
            }

            call.Variables[body.Rest] = arguments.HasUnknownMore ? Value.Unknown : Value.Of(NewTuple(more, call.Node));
        }
    }

    private Value CallModelMethod(HeapObject target, string name, CallArguments arguments, SyntaxNode node)
    {
        if (TryCallRandomMethod(target, name, arguments, node) is { } drawn)
        {
            return drawn;
        }

        var type = ModelOf(target);
        if (type?.FindMethod(name) is { } method)
        {
            return RunModel(method, Value.Of(target), arguments, node);
        }

        if (string.Equals(name, "__init__", StringComparison.Ordinal))
        {
            if (target.Kind is ObjectKind.List or ObjectKind.Deque or ObjectKind.Set or ObjectKind.ByteArray && target.GetMeta(Meta.Length) != Quantities.Quantity.Zero)
            {
                // Whoever has contents already lets go of them: only a dict takes what comes in addition.
                Clear(target);
            }

            return type?.FindConstructor() is { } constructor ? RunModel(constructor, Value.Of(target), arguments, node) : Value.None;
        }

        if (name.StartsWith("__", StringComparison.Ordinal) && CallItemOperator(target, name, arguments, node) is { } item)
        {
            return item;
        }

        if (target.Contents is not null && type?.FindStatic(name) is null)
        {
            if (CallExactMethod(target, name, arguments, node) is { } exact)
            {
                return exact;
            }

            // What it does to the contents is not known.
            RequireAbstract();
        }

        return type?.FindStatic(name) is { } function ? RunModel(function, Value.Absent, arguments, node) : CallUnknown(arguments);
    }

    /// <summary><c>x[key]</c> and <c>x[key] = value</c> of a library type that says what they do; null when it does not.</summary>
    private Value? TryModelItem(HeapObject target, string method, Subscript subscript, Value value)
    {
        if (target.Payload is not TypeModel type)
        {
            return null;
        }

        if (IsExact && target.Kind == ObjectKind.Opaque && type.FindMethod(method) is null && type.QualifiedName.StartsWith("weakref.", StringComparison.Ordinal))
        {
            var item = TakeIndex(subscript) ?? EvaluateKey(subscript.Index);
            return CallExactLibraryMethod(target, method, new CallArguments(value.IsAbsent ? [item] : [item, value], []), subscript);
        }

        if (type.FindMethod(method) is not { } model)
        {
            return null;
        }

        var key = TakeIndex(subscript) ?? EvaluateKey(subscript.Index);
        return RunModel(model, Value.Of(target), new CallArguments(value.IsAbsent ? [key] : [key, value], []), subscript);
    }

    private Value? CallModelOperator(Value operand, string name, Value other, SyntaxNode node) =>
        operand.Reference is { Kind: ObjectKind.Opaque, Payload: TypeModel type } && type.FindMethod(name) is { } method
            ? RunModel(method, operand, new CallArguments([other], []), node)
            : null;

    private Value EvaluateKey(Expression index) => index switch
    {
        Slice slice => EvaluateSlice(slice),
        Python.Syntax.Tuple tuple => Value.Of(NewTuple([.. tuple.Elements.Select(EvaluateKey)], tuple)),
        _ => Evaluate(index),
    };

    /// <summary>A slice as an object: its three bounds.</summary>
    private Value EvaluateSlice(Slice slice)
    {
        var made = _heap.Allocate(ObjectKind.Opaque, slice, _frame.Context, Models.FindType("slice"));
        foreach (var (name, bound) in new[] { ("start", slice.Lower), ("stop", slice.Upper), ("step", slice.Step) })
        {
            _heap.Set(made, SlotKey.Attribute(name), bound is null ? Value.None : Evaluate(bound));
        }

        return Value.Of(made);
    }

    /// <summary>An attribute of a library object: what its model keeps with it, what its model computes, or a method.</summary>
    private Value GetModelAttribute(HeapObject target, string name, SyntaxNode node)
    {
        var own = target.Get(SlotKey.Attribute(name));
        if (!own.IsAbsent)
        {
            return own;
        }

        return ModelOf(target)?.FindAttribute(name) is { } attribute
            ? RunModel(attribute, Value.Of(target), CallArguments.None, node)
            : NewBoundMethod(Value.Of(target), function: null, name, node);
    }
}
