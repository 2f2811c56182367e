using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What every class has from <c>object</c> and <c>type</c>, and what dataclasses get, when it is asked for by its name: <c>super().__setattr__(...)</c>, <c>Base.__init__(self, ...)</c>.</summary>
internal sealed partial class Evaluator
{
    /// <summary>A method of <c>object</c> that is bound to an instance of a class of the program; null for others.</summary>
    private Value? CallObjectMethod(Value receiver, HeapObject target, string name, CallArguments arguments, SyntaxNode node)
    {
        if (target.Kind == ObjectKind.Class || ClassOf(target) is not { Payload: ClassValue definition } type)
        {
            return null;
        }

        var text = KnownText(arguments[0]);
        switch (name)
        {
            case "__getattribute__" when text is not null:
                return GetAttributePlainly(target, text, node);
            case "__setattr__" when text is not null && arguments.Positional.Count == 2:
                return SetThroughObject(target, type, text, arguments[1], node);
            case "__delattr__" when text is not null:
                DeleteOwnAttribute(target, text, node);
                return Value.None;
            case "__eq__" or "__ne__" when target.Kind == ObjectKind.Instance && arguments.Positional.Count == 1 && RecordOf(definition) is null && !definition.IsEnum:
                return ReferenceEquals(target, arguments[0].Reference) ? Value.OfBool(name is "__eq__") : Value.Of(new KnownThing(NotImplementedName));
            case "__init_subclass__" or "__set_name__" or "__post_init__":
                return Value.None;
            case "__format__" when text is { Length: 0 }:
                return Stringify(receiver, node, isRepr: false);
            case "__str__" or "__repr__" when definition.IsEnum || RecordOf(definition) is not null || target.Kind != ObjectKind.Instance:
                return ShowObject(target, name is "__repr__", node) is { } shown ? NewText(shown, node) : throw new NotDeterminedException();
            case "__init__" when target.Kind == ObjectKind.Instance && ModelOf(target) is null && !IsException(target):
                return Value.None;
            default:
                return null;
        }
    }

    private Value SetThroughObject(HeapObject target, HeapObject type, string name, Value value, SyntaxNode node)
    {
        var found = FindAttributeInClass(type, name);
        if (IsProperty(found) && found.Reference?.Get(SlotKey.Attribute(SetterSlot)) is { IsAbsent: false } setter)
        {
            Call(setter, new CallArguments([Value.Of(target), value], []), node);
        }
        else if (CallSpecial(found, "__set__", new CallArguments([Value.Of(target), value], []), node) is null && (IsFrozenRecord(type) || !RefusesAttribute(target, type, name, value, node)))
        {
            SetOwnAttribute(target, name, value, node);
        }

        return _afterCall == Completion.Normal ? Value.None : Value.Unknown;
    }

    /// <summary>Its fields are set past the refusal of its own <c>__setattr__</c>.</summary>
    private static bool IsFrozenRecord(HeapObject type) => type.Payload is ClassValue definition && RecordOf(definition)?.Payload is ClassValue { IsFrozen: true };

    /// <summary>The <c>__init__</c> that a dataclass behind the class has; null when that is not what comes next.</summary>
    private static HeapObject? FindRecordInitializer(ClassValue definition, HeapObject? after, string name)
    {
        if (name is not "__init__")
        {
            return null;
        }

        for (var i = after is null ? 0 : definition.Ancestors.IndexOf(after) + 1; i < definition.Ancestors.Length; i++)
        {
            var ancestor = definition.Ancestors[i];
            if (!ancestor.Get(SlotKey.Attribute(name)).IsAbsent)
            {
                return null;
            }

            if (ancestor.Payload is ClassValue { Record: RecordKind.Dataclass })
            {
                return ancestor;
            }
        }

        return null;
    }

    private static readonly NativeType RecordInitializer = new("function", 152);

    /// <summary><c>Base.__init__(self, ...)</c> of a dataclass, and <c>super().__init__(...)</c>.</summary>
    private Value InitializeRecord(HeapObject record, Value receiver, CallArguments arguments, SyntaxNode node)
    {
        if (receiver.Reference is not { } instance || ClassOf(instance) is not { } type || record.Payload is not ClassValue fields)
        {
            throw new NotDeterminedException();
        }

        InitializeFields(instance, type, fields, arguments, node);
        return _afterCall == Completion.Normal ? Value.None : Value.Unknown;
    }

    /// <summary>Of an object itself, past a <c>__getattribute__</c> of its class.</summary>
    private Value GetAttributePlainly(HeapObject target, string name, SyntaxNode node)
    {
        var outer = _isPastGetter;
        _isPastGetter = true;
        var value = GetAttributeOf(target, name, node);
        _isPastGetter = outer;
        return value;
    }

    private bool _isPastGetter;

    /// <summary>What a <c>__getattribute__</c> of the class answers; null when there is none.</summary>
    private Value? AskGetter(HeapObject target, HeapObject type, string name, SyntaxNode node)
    {
        if (_isPastGetter || FindAttributeInClass(type, "__getattribute__") is not { IsAbsent: false } getter)
        {
            _isPastGetter = false;
            return null;
        }

        var found = Value.Unknown;
        if (UntilRaised("AttributeError", () => found = Call(getter, new CallArguments([Value.Of(target), Value.OfText(name)], []), node)) != false)
        {
            return found;
        }

        return CallSpecial(Value.Of(target), "__getattr__", Value.OfText(name), node) ?? throw new NotDeterminedException();
    }

    /// <summary>A class whose instances have the methods of a protocol is as good as one that derives from it.</summary>
    private static bool? FitsProtocol(HeapObject type, HeapObject protocol)
    {
        if (protocol.Payload is not ClassValue { KnownBases: var known, Definition: ClassDef { Body: var body } } || !known.Contains("typing.Protocol", StringComparer.Ordinal))
        {
            return null;
        }

        if (body.Any(static statement => statement is AnnAssign))
        {
            throw new NotDeterminedException();
        }

        return body.OfType<FunctionDef>().All(method => !FindAttributeInClass(type, method.Name).IsAbsent);
    }

    private bool? IsSubclass(Value type, Value other)
    {
        if (other.Reference is { Kind: ObjectKind.Tuple } several)
        {
            bool? any = false;
            foreach (var one in ItemsOf(other, several.Site.Node) ?? throw new NotDeterminedException())
            {
                if (IsSubclass(type, one) is var known && known == true)
                {
                    return true;
                }
                else if (known is null)
                {
                    any = null;
                }
            }

            return any;
        }

        if (type.Reference is { Payload: ClassValue definition } own)
        {
            return other.Reference is { Payload: ClassValue } ancestor ? DerivesFrom(own, ancestor, 0) is true ? true : FitsProtocol(own, ancestor) ?? DerivesFrom(own, ancestor, 0)
                : other.Thing is { } thing ? DerivesFromThing(own, definition, thing.QualifiedName)
                : null;
        }

        return type.Thing is { } left && other.Thing is { } right
            ? string.Equals(left.QualifiedName, right.QualifiedName, StringComparison.Ordinal) || right.QualifiedName is "object" || (left.QualifiedName is "bool" && right.QualifiedName is "int") ? true
            : ExceptionType.Find(left.QualifiedName) is { } raised && ExceptionType.Find(right.QualifiedName) is { } handled ? raised.IsSubclassOf(handled)
            : KnownTypeName(left.QualifiedName) && KnownTypeName(right.QualifiedName) ? false
            : null
            : null;
    }

    private static bool? DerivesFromThing(HeapObject type, ClassValue definition, string name)
    {
        if (name is "object" || definition.DerivesFromKnown(name))
        {
            return true;
        }

        if (ExceptionBaseOf(type, 0) is { } raised)
        {
            return ExceptionType.Find(name) is { } handled ? raised.IsSubclassOf(handled) : KnownTypeName(name) ? false : null;
        }

        if (definition.IsEnum)
        {
            return name is "enum.Enum" ? true
                : name is "int" ? definition.IsEnumOfValues && !definition.DerivesFromKnown("str") && !definition.DerivesFromKnown("enum.StrEnum")
                : name is "str" ? definition.DerivesFromKnown("enum.StrEnum")
                : KnownTypeName(name) ? false : null;
        }

        return IsAllKnown(definition) || definition.DerivesFromKnown("list") || definition.DerivesFromKnown("dict") || definition.DerivesFromKnown("str") || definition.DerivesFromKnown("int") || definition.DerivesFromKnown("tuple")
            ? KnownTypeName(name) ? false : null
            : null;
    }

    /// <summary>A call of what is surely nothing to call, or the length of what has none: the TypeError. Null when that is not sure.</summary>
    private Value? RefuseCall(Value value, string problem, SyntaxNode node)
    {
        var isPlain = IsOfSureType(value) && value.Kind is ValueKind.None or ValueKind.Int or ValueKind.Bool or ValueKind.Float;
        return (isPlain || (InstanceClassOf(value) is { Payload: ClassValue definition } && IsAllKnown(definition))) && NameOfType(value) is { } name
            ? RaiseText("TypeError", string.Format(System.Globalization.CultureInfo.InvariantCulture, problem, name), node)
            : null;
    }

    /// <summary>Dicts and sets that change while somebody steps through them: the RuntimeError of the next step.</summary>
    private bool HasChangedSize(HeapObject iterator, Value source, SyntaxNode node)
    {
        var table = source.Reference is { Payload: DictView view } ? view.Dict : source.Reference;
        if (table is not { Kind: ObjectKind.Dict or ObjectKind.Set, IsSummary: false } || table.GetMeta(Meta.Length) is not { IsExact: true } length)
        {
            return false;
        }

        var key = SlotKey.Attribute("<size>");
        var known = iterator.Get(key);
        if (known.IsAbsent)
        {
            _heap.Set(iterator, key, Value.OfInt(length));
            return false;
        }

        if (known.Number == length)
        {
            return false;
        }

        RaiseText("RuntimeError", table.Kind == ObjectKind.Dict ? "dictionary changed size during iteration" : "Set changed size during iteration", node);
        return true;
    }
}
