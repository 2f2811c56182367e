using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Attributes, in the order in which Python looks for them (Python reference, 3.3.2): descriptors, the instance, the class, <c>__getattr__</c>.</summary>
internal sealed partial class Evaluator
{
    // Slots that no Python program can name.
    private const string DefiningClassSlot = "<class>";
    private const string SetterSlot = "<setter>";
    private const string CellPrefix = "<cell>";

    private Value GetAttribute(Value owner, string name, SyntaxNode node)
    {
        if (IsExact && IsMissingFromType(owner, name))
        {
            return RaiseText("AttributeError", $"'{NameOfType(owner)}' object has no attribute '{name}'", node);
        }

        switch (owner.Kind)
        {
            case ValueKind.Known when owner.Thing is { IsModule: false } type && name is ("__name__" or "__qualname__") && (IsStaticType(type.QualifiedName) || type.QualifiedName is "NoneType" or "object" or "type"):
                // The name of a type that is written in C is a new text each time (Objects/typeobject.c, type_name).
                return NewStr(type.QualifiedName.Length, Sizes.StringKind.Ascii, type.QualifiedName, node);
            case ValueKind.Known when IsExact && name is "__name__" && owner.Thing is { IsModule: false } raised && raised.QualifiedName.Contains('.', StringComparison.Ordinal) && ExceptionType.Find(raised.QualifiedName) is not null:
                return Value.OfText(raised.QualifiedName[(raised.QualifiedName.LastIndexOf('.') + 1)..]);
            case ValueKind.Known when owner.Thing is { } thing && AttributeOfModule(thing, name) is { IsAbsent: false } member:
                return member;
            case ValueKind.Known when owner.Thing is { } thing:
                return thing.IsModule && Models.FindText(thing.QualifiedName, name) is { } text ? Value.OfText(text)
                    : thing.IsModule && KnownConstants.Find(thing.QualifiedName, name) is { } number ? OfConstant(number) : Value.Of(thing.Member(name));
            case ValueKind.Union:
                var joined = Value.Absent;
                foreach (var alternative in owner.Alternatives.ToArray())
                {
                    joined = Value.Join(joined, GetAttribute(alternative, name, node));
                }

                return joined;
            case ValueKind.None when name.StartsWith("__", StringComparison.Ordinal):
            case ValueKind.Text or ValueKind.ByteText or ValueKind.Int or ValueKind.Float or ValueKind.Bool:
                return NewBoundMethod(owner, function: null, name, node);
            case ValueKind.Object when owner.Reference is { } target:
                return GetAttributeOf(target, name, node);
            default:
                return Value.Unknown;
        }
    }

    private static bool IsStaticType(string name) =>
        !name.Contains('.', StringComparison.Ordinal) && (LibraryCatalogue.BuiltIn.FindType(name) is { IsHidden: false } || ExceptionType.Find(name) is not null);

    private Value GetAttributeOf(HeapObject target, string name, SyntaxNode node)
    {
        switch (target.Kind)
        {
            case ObjectKind.Class:
                return GetAttributeOfClass(target, name, node);
            case ObjectKind.Function:
                return GetAttributeOfFunction(target, name, node);
            case ObjectKind.Generator when name is "gi_frame" or "cr_frame" && FrameObjectOf(target) is { } frame:
                return Value.Of(frame);
            case ObjectKind.BoundMethod when target.Payload is SuperValue super:
                return GetAttributeOfSuper(super, name, node);
            case ObjectKind.BoundMethod when DescribeMethod(target, name, node) is { } described:
                return described;
            default:
                break;
        }

        if (string.Equals(name, "__dict__", StringComparison.Ordinal))
        {
            if (IsExact && NamespaceExactly(target, node) is { } names)
            {
                return names;
            }

            return Value.Of(NamespaceOf(target, node));
        }

        if (ClassOf(target) is not { } type)
        {
            if (IsExact && IsException(target))
            {
                return AttributeOfException(target, name, node);
            }

            if (IsExact && name is "__class__" && target is { Kind: not ObjectKind.Set, Payload: null } && TypeOf(Value.Of(target)) is { IsUnknown: false } plain)
            {
                return plain;
            }

            return GetNativeAttribute(target, name) ?? GetModelAttribute(target, name, node);
        }

        return GetAttributeOfInstance(target, type, name, node);
    }

    private Value GetAttributeOfInstance(HeapObject target, HeapObject type, string name, SyntaxNode node)
    {
        if (IsExact)
        {
            if (AskGetter(target, type, name, node) is { } given)
            {
                return given;
            }

            PullAttribute(target, name);
        }

        var found = FindAttributeInClass(type, name);
        var own = target.Get(SlotKey.Attribute(name));
        if (own.IsAbsent && GetNamedItem(target, type, name) is { IsAbsent: false } item)
        {
            return item;
        }

        if (string.Equals(name, "__class__", StringComparison.Ordinal))
        {
            return Value.Of(type);
        }

        if (!own.IsAbsent && target.IsSummary && IsYetToCompute(target, found, name, node) is { } fresh)
        {
            return fresh;
        }

        if (own.IsAbsent || IsProperty(found))
        {
            return found.IsAbsent ? GetMissing(target, name, node) : BindToInstance(found, target, type, name, node);
        }

        return own;
    }

    private Value GetAttributeOfClass(HeapObject type, string name, SyntaxNode node)
    {
        var found = FindAttributeInClass(type, name);
        if (found.Reference is { Payload: FunctionValue } function && string.Equals(DecorationOf(function), "classmethod", StringComparison.Ordinal))
        {
            return NewBoundMethod(Value.Of(type), function, name, node);
        }

        return found.IsAbsent ? GetAttributeOfType(type, name, node) : found;
    }

    /// <summary>What a class has from its metaclass, or as every class does.</summary>
    private Value GetAttributeOfType(HeapObject type, string name, SyntaxNode node)
    {
        if (type.Payload is ClassValue { Metaclass: { } metaclass } && FindAttributeInClass(metaclass, name) is { IsAbsent: false } found)
        {
            return found.Reference is { Payload: FunctionValue } method ? NewBoundMethod(Value.Of(type), method, name, node) : found;
        }

        return name switch
        {
            "__bases__" when IsExact && BasesOf(type) is { } parents => Value.Of(NewTuple(parents, node)),
            "__mro__" when IsExact && OrderOf(type) is { } order => Value.Of(NewTuple(order, node)),
            "__init__" when IsExact && type.Payload is ClassValue own && FindRecordInitializer(own, after: null, name) is { } record => Value.Of(NewNative(RecordInitializer, node, ("record", Value.Of(record)))),
            "__qualname__" when IsExact && type.Payload is ClassValue { Name.Length: > 0 } shown => Value.OfText(QualifiedNameOf(shown)),
            "__name__" or "__qualname__" when type.Payload is ClassValue { Name: { Length: > 0 } known } => Value.OfText(known),
            "__new__" or "__init__" or "__setattr__" or "__init_subclass__" or "_make" or "mro" or "__subclasses__" => NewBoundMethod(Value.Of(type), function: null, name, node),
            "__dict__" => Value.Of(NamespaceCopy(type, node)),
            "__class__" when IsExact && type.Payload is ClassValue { HasUnknownBase: false, Metaclass: null } => Value.Of(new KnownThing("type")),
            "__doc__" or "__module__" when IsExact => Value.OfText("__main__"),
            _ when IsExact && type.Payload is ClassValue { HasUnknownBase: false } && ObjectNames.Contains(name) => Value.Of(new KnownThing("object." + name)),
            "__members__" when IsExact => type.Get(SlotKey.Attribute(AllMembersSlot)) is { IsAbsent: false } names ? CopyOf(names, Value.Absent, node) : Value.Unknown,
            "__members__" => type.Get(SlotKey.Attribute(MembersSlot)) is { IsAbsent: false } members ? members : Value.Unknown,
            _ => (IsExact ? RaiseAttributeless(type, name, node) : null) ?? Value.Unknown,
        };
    }

    private Value GetAttributeOfFunction(HeapObject function, string name, SyntaxNode node)
    {
        if (name is "setter" or "getter" or "deleter")
        {
            return NewBoundMethod(Value.Of(function), function: null, name, node);
        }

        var stored = function.Get(SlotKey.Attribute(name));
        return stored.IsAbsent ? DescribeFunction(function, name, node) : stored;
    }

    private Value GetAttributeOfSuper(SuperValue super, string name, SyntaxNode node)
    {
        var own = super.Receiver.Reference is { Kind: ObjectKind.Class } itself ? itself : super.Receiver.Reference is { } instance ? ClassOf(instance) : null;
        var definition = own?.Payload as ClassValue ?? super.Class.Payload as ClassValue;
        definition = definition?.Ancestors.Contains(super.Class) == true ? definition : super.Class.Payload as ClassValue;
        if (definition is not null && FindAfter(definition, super.Class, name) is { IsAbsent: false } found)
        {
            return found.Reference is { Payload: FunctionValue } function ? BindAfter(super, function, name, node) : found;
        }

        if (IsExact && definition is not null && super.Receiver.Reference is { Kind: ObjectKind.Instance } && FindRecordInitializer(definition, super.Class, name) is { } record)
        {
            return NewBoundMethod(super.Receiver, record, name, node);
        }

        return NewBoundMethod(super.Receiver, function: null, name, node);
    }

    /// <summary>A property is read at once, everything else waits for its call.</summary>
    private Value BindAfter(SuperValue super, HeapObject function, string name, SyntaxNode node) =>
        IsProperty(Value.Of(function)) && function.Payload is FunctionValue getter
            ? CallFunction(function, getter, new CallArguments([super.Receiver], []), node)
            : string.Equals(DecorationOf(function), "staticmethod", StringComparison.Ordinal) ? Value.Of(function)
            : NewBoundMethod(super.Receiver, function, name, node);

    /// <summary>Nobody has the attribute: <c>__getattr__</c> is asked, or a built-in container has a method of that name.</summary>
    private Value GetMissing(HeapObject target, string name, SyntaxNode node)
    {
        if (ModelOf(target) is { } model && !(IsExact && model.FindMethod(name) is null && FindSpecial(Value.Of(target), "__getattr__") is not null))
        {
            return GetModelAttribute(target, name, node);
        }

        if (IsExact && IsException(target))
        {
            return AttributeOfException(target, name, node);
        }

        if (IsException(target))
        {
            return GetNativeAttribute(target, name) ?? NewBoundMethod(Value.Of(target), function: null, name, node);
        }

        if (IsExact && target.Get(SlotKey.Attribute(NamespaceSlot)).Reference is { Contents: EntryContents held } && held.Holds(ExactKey.Of(name)))
        {
            return held.ValueOf(ExactKey.Of(name));
        }

        if (!IsExact && target.Get(SlotKey.Attribute(NamespaceSlot)).Reference is { } names && HoldsKey(names, Value.OfText(name), node, Loops.KeyUse.Look) == true)
        {
            return ElementOf(Value.Of(names));
        }

        // A name that stands in the program is a constant; the one that getattr() was given is a string of its own.
        var asked = node is Python.Syntax.Attribute ? Value.OfText(name) : NewStr(name.Length, Sizes.StringSizes.KindOf(name), name, node);
        return CallSpecial(Value.Of(target), "__getattr__", asked, node) ?? (IsExact ? RaiseAttributeless(target, name, node) : null) ?? Value.Unknown;
    }

    private Value BindToInstance(Value found, HeapObject instance, HeapObject type, string name, SyntaxNode node)
    {
        if (found.Reference is { Payload: TypeModel { Binds: true } } callable)
        {
            return string.Equals(DecorationOf(callable), "property", StringComparison.Ordinal)
                ? Call(found, new CallArguments([Value.Of(instance)], []), node)
                : NewBoundMethod(Value.Of(instance), callable, name, node);
        }

        if (found.Reference is not { Payload: FunctionValue definition } function)
        {
            return CallSpecial(found, "__get__", new CallArguments([Value.Of(instance), Value.Of(type)], []), node) ?? found;
        }

        return DecorationOf(function) switch
        {
            "staticmethod" => found,
            "classmethod" => NewBoundMethod(Value.Of(type), function, name, node),
            CachedProperty => ReadCachedProperty(function, definition, instance, name, node),
            "property" => CallFunction(function, definition, new CallArguments([Value.Of(instance)], []), node),
            _ => NewBoundMethod(Value.Of(instance), function, name, node),
        };
    }

    /// <summary>functools.cached_property: the first value stays with the instance.</summary>
    private Value ReadCachedProperty(HeapObject function, FunctionValue definition, HeapObject instance, string name, SyntaxNode node)
    {
        var value = CallFunction(function, definition, new CallArguments([Value.Of(instance)], []), node);
        SetOwnAttribute(instance, name, value);
        NoteNamespace(instance, NamespaceShown);
        return value;
    }

    /// <summary>Values of <see cref="Meta.Namespace"/>.</summary>
    public const int NamespaceShown = 1;
    public const int NamespaceOwn = 2;

    /// <summary>Whoever reads or fills the <c>__dict__</c> of an instance leaves it a dict.</summary>
    private void NoteNamespace(HeapObject instance, int form)
    {
        if (instance.Kind == ObjectKind.Instance && instance.GetMeta(Meta.Namespace).High == 0)
        {
            _heap.SetMeta(instance, Meta.Namespace, form);
        }
    }

    /// <summary>
    /// Of the objects that a summary stands for some have computed their property and others have not: as long as fewer
    /// did than there are, one more does. Null when all have.
    /// </summary>
    private Value? IsYetToCompute(HeapObject summary, Value found, string name, SyntaxNode node)
    {
        if (found.Reference is not { Payload: FunctionValue definition } function || DecorationOf(function) is not CachedProperty)
        {
            return null;
        }

        var computed = SlotKey.Attribute("<computed>" + name);
        var count = summary.Get(computed) is { IsAbsent: false } known ? known.Number : Quantity.One;
        if (!DecideBelow(count, summary.GetMeta(Meta.Count), node))
        {
            return null;
        }

        _heap.Set(summary, computed, Value.OfInt(count + Quantity.One));
        return ReadCachedProperty(function, definition, summary, name, node);
    }

    private static string? DecorationOf(HeapObject function) => function.Get(SlotKey.Attribute(DecoratedSlot)).Text;

    private static bool IsProperty(Value value) =>
        value.Reference is { Payload: FunctionValue } function && string.Equals(DecorationOf(function), "property", StringComparison.Ordinal);

    private Value NewBoundMethod(Value receiver, HeapObject? function, string name, SyntaxNode node)
    {
        var method = _heap.Allocate(ObjectKind.BoundMethod, node, _frame.Context, new BoundMethodValue(receiver, function, name));
        if (!ReferenceEquals(node, _callee))
        {
            _heap.Set(method, SlotKey.Attribute("__self__"), receiver);
        }

        return Value.Of(method);
    }

    private void SetAttribute(Value owner, string name, Value value, SyntaxNode node)
    {
        if (owner.Kind == ValueKind.Union)
        {
            foreach (var alternative in owner.Alternatives.ToArray())
            {
                Maybe(() => SetAttribute(alternative, name, value, node));
            }
        }
        else if (IsExact && string.Equals(name, NamespaceSlot, StringComparison.Ordinal))
        {
            NotDetermined();
        }
        else if (owner.Reference is { } target && !TrySetThroughClass(target, name, value, node))
        {
            SetOwnAttribute(target, name, value, node);
        }
    }

    /// <summary>Properties with setters, descriptors and <c>__setattr__</c> decide what an assignment does.</summary>
    private bool TrySetThroughClass(HeapObject target, string name, Value value, SyntaxNode node)
    {
        if (ClassOf(target) is not { } type)
        {
            return false;
        }

        if (CallSpecial(Value.Of(target), "__setattr__", new CallArguments([Value.OfText(name), value], []), node) is not null)
        {
            return true;
        }

        var found = FindAttributeInClass(type, name);
        if (IsProperty(found) && found.Reference?.Get(SlotKey.Attribute(SetterSlot)).Reference is { Payload: FunctionValue definition } setter)
        {
            CallFunction(setter, definition, new CallArguments([Value.Of(target), value], []), node);
            return true;
        }

        return CallSpecial(found, "__set__", new CallArguments([Value.Of(target), value], []), node) is not null || (IsExact && RefusesAttribute(target, type, name, value, node));
    }

    private void SetOwnAttribute(HeapObject target, string name, Value value, SyntaxNode? node = null)
    {
        var key = SlotKey.Attribute(name);
        Leave(target, key, value, node);
        _heap.Set(target, key, target.IsSummary ? Value.Join(target.Get(key), value) : value);
        if (IsExact)
        {
            PushAttribute(target, name, value);
        }
    }

    private const string NamespaceSlot = "__dict__";

    /// <summary>The dict behind an instance, for names that are made at run time; those in the program text are slots of their own.</summary>
    private HeapObject NamespaceOf(HeapObject target, SyntaxNode node)
    {
        var key = SlotKey.Attribute(NamespaceSlot);
        if (target.Get(key).Reference is { } existing)
        {
            return existing;
        }

        var names = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        _heap.Set(target, key, Value.Of(names));
        return names;
    }

    /// <summary>setattr, getattr and object.__setattr__: a name that stands in the program is an attribute like any other.</summary>
    private void SetNamed(Value owner, Value name, Value value, SyntaxNode node, bool raw)
    {
        if (owner.Reference is not { } target)
        {
            return;
        }

        if (name.Text is null && IsExact && KnownText(name) is { } made && (!target.Get(SlotKey.Attribute(made)).IsAbsent || target.Get(SlotKey.Attribute(NamespaceSlot)).Reference?.GetMeta(Meta.Namespace).High == NamespaceShown
            || (ClassOf(target) is { } type && (!FindAttributeInClass(type, made).IsAbsent || FindInClass(type, "__setattr__") is not null))))
        {
            if (raw)
            {
                SetOwnAttribute(target, made, value, node);
            }
            else
            {
                SetAttribute(owner, made, value, node);
            }

            return;
        }

        if (name.Text is not { } text)
        {
            SetKey(NamespaceOf(target, node), name, value, node, isLiteral: false);
        }
        else if (raw)
        {
            SetOwnAttribute(target, text, value, node);
        }
        else
        {
            SetAttribute(owner, text, value, node);
        }
    }
}
