using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Classes whose <c>__init__</c> is made of their fields: dataclasses, named tuples.</summary>
internal sealed partial class Evaluator
{
    private static readonly NativeType FieldType = new("Field", 0);

    private Value DecorateClass(Value decorator, Value type, SyntaxNode node)
    {
        if (type.Reference is { Payload: ClassValue definition } target)
        {
            if (decorator.Thing is { QualifiedName: "dataclasses.dataclass" })
            {
                return MakeDataclass(target, definition, CallArguments.None);
            }

            if (decorator.Reference is { Payload: ContextManager { Name: "dataclasses.dataclass" } options })
            {
                return MakeDataclass(target, definition, options.Arguments);
            }
        }

        return Call(decorator, new CallArguments([type], []), node);
    }

    private static Value MakeDataclass(HeapObject type, ClassValue definition, CallArguments options)
    {
        definition.Record = RecordKind.Dataclass;
        definition.Fields = [.. FieldsOf(type)];
        var isFrozen = options.Find("frozen") is { Kind: ValueKind.Bool, Number: { Low: 1 } } || options.Find("unsafe_hash") is { Kind: ValueKind.Bool, Number: { Low: 1 } };
        definition.IsFrozen = options.Find("frozen") is { Kind: ValueKind.Bool, Number: { Low: 1 } };
        definition.ComparesByFields = isFrozen && options.Find("eq") is not { Kind: ValueKind.Bool, Number: { High: 0 } };
        if (options.Find("slots") is { Kind: ValueKind.Bool, Number: { Low: 1 } })
        {
            definition.SlotCount = definition.Fields.Length - definition.Bases.Sum(static parent => parent.Payload is ClassValue { SlotCount: not null } own ? own.Fields.Length : 0);
        }

        return Value.Of(type);
    }

    /// <summary>The fields of a class, those of its bases first.</summary>
    private static List<ClassField> FieldsOf(HeapObject type)
    {
        var fields = new List<ClassField>();
        if (type.Payload is not ClassValue { Ancestors: var ancestors })
        {
            return fields;
        }

        for (var i = ancestors.Length - 1; i >= 0; i--)
        {
            if (ancestors[i].Payload is ClassValue definition)
            {
                CollectFields(ancestors[i], definition, fields, isSelf: i == 0);
            }
        }

        return fields;
    }

    private static void CollectFields(HeapObject type, ClassValue definition, List<ClassField> into, bool isSelf)
    {
        if (definition.Definition is not ClassDef { Body: var body })
        {
            into.AddRange(definition.Fields);
            return;
        }

        foreach (var statement in body)
        {
            if (statement is AnnAssign { Target: Name name } field && !IsClassVariable(field.Annotation) && (isSelf || definition.Record != RecordKind.None))
            {
                into.RemoveAll(known => string.Equals(known.Name, name.Id, StringComparison.Ordinal));
                var given = type.Get(SlotKey.Attribute(name.Id)).Reference;
                var isParameter = given?.Get(SlotKey.Attribute("init")) is not { Kind: ValueKind.Bool, Number: { High: 0 } };
                var isCompared = given?.Get(SlotKey.Attribute("compare")) is not { Kind: ValueKind.Bool, Number: { High: 0 } };
                into.Add(new ClassField(name.Id, isParameter, isCompared));
            }
        }
    }

    private static bool IsClassVariable(Expression annotation) => annotation switch
    {
        Name name => name.Id is "ClassVar",
        Python.Syntax.Attribute attribute => attribute.Name is "ClassVar",
        Subscript subscript => IsClassVariable(subscript.Value),
        _ => false,
    };

    /// <summary><c>field(default_factory=list)</c>: what the class body holds until instances are made.</summary>
    private HeapObject NewField(CallArguments arguments, SyntaxNode node)
    {
        var field = _heap.Allocate(ObjectKind.Native, node, _frame.Context, FieldType);
        foreach (var (name, value) in arguments.Named)
        {
            _heap.Set(field, SlotKey.Attribute(name), value);
        }

        return field;
    }

    private static HeapObject? RecordOf(ClassValue definition)
    {
        foreach (var ancestor in definition.Ancestors)
        {
            if (ancestor.Payload is ClassValue { Record: not RecordKind.None })
            {
                return ancestor;
            }
        }

        return null;
    }

    /// <summary>The generated <c>__init__</c>, then <c>__post_init__</c>.</summary>
    private void InitializeFields(HeapObject instance, HeapObject type, ClassValue record, CallArguments arguments, SyntaxNode node)
    {
        var position = 0;
        foreach (var field in record.Fields)
        {
            var value = field.IsParameter
                ? position < arguments.Positional.Count ? arguments[position++] : arguments.Find(field.Name)
                : Value.Absent;
            value = value.IsAbsent ? arguments.HasUnknownMore ? Value.Unknown : DefaultOf(type, field.Name, node) : value;
            if (!value.IsAbsent)
            {
                SetOwnAttribute(instance, field.Name, value);
            }
        }

        CallSpecial(Value.Of(instance), "__post_init__", CallArguments.None, node);
    }

    private Value DefaultOf(HeapObject type, string name, SyntaxNode node)
    {
        var standard = FindAttributeInClass(type, name);
        if (standard.Reference is not { Payload: NativeType { Name: "Field" } } field)
        {
            return standard;
        }

        var factory = field.Get(SlotKey.Attribute("default_factory"));
        return factory.IsAbsent ? field.Get(SlotKey.Attribute("default")) : Call(factory, CallArguments.None, node);
    }

    /// <summary>An instance whose class says when two are equal: by its fields, or by what its <c>__hash__</c> looks at.</summary>
    private KeyIdentity? IdentityOfInstance(Value key, int depth)
    {
        if (key.Reference is not { Kind: ObjectKind.Instance, IsSummary: false } instance || depth >= DeepestKey || ClassOf(instance) is not { Payload: ClassValue definition } type)
        {
            return null;
        }

        if (RecordOf(definition)?.Payload is ClassValue { ComparesByFields: true } record)
        {
            var parts = new List<KeyIdentity> { new(definition.Name, NumberVector.Empty) };
            foreach (var field in record.Fields)
            {
                if (IdentityOf(instance.Get(SlotKey.Attribute(field.Name)), depth + 1) is not { } part)
                {
                    return null;
                }

                parts.Add(part);
            }

            return KeyIdentity.OfTuple([.. parts]);
        }

        return FindInClass(type, "__hash__") is null || CallSpecial(key, "__hash__", CallArguments.None, instance.Site.Node) is not { } hashed || IdentityOf(hashed, depth + 1) is not { } own
            ? null
            : KeyIdentity.OfTuple([new(definition.Name, NumberVector.Empty), own]);
    }

    private HeapObject NewNamedTuple(HeapObject type, ClassValue record, CallArguments arguments, SyntaxNode node)
    {
        var tuple = _heap.Allocate(ObjectKind.Tuple, node, _frame.Context, type);
        for (var i = 0; i < record.Fields.Length; i++)
        {
            var value = i < arguments.Positional.Count ? arguments[i] : arguments.Find(record.Fields[i].Name);
            value = value.IsAbsent && !arguments.HasUnknownMore ? FindAttributeInClass(type, record.Fields[i].Name) : value;
            _heap.Set(tuple, SlotKey.Item(i), value.IsAbsent ? Value.Unknown : value);
        }

        _heap.SetMeta(tuple, Meta.Length, record.Fields.Length);
        return tuple;
    }

    /// <summary>A field of a named tuple by its name.</summary>
    private static Value GetNamedItem(HeapObject tuple, HeapObject type, string name)
    {
        if (tuple.Kind != ObjectKind.Tuple || type.Payload is not ClassValue definition || RecordOf(definition)?.Payload is not ClassValue record)
        {
            return Value.Absent;
        }

        for (var i = 0; i < record.Fields.Length; i++)
        {
            if (string.Equals(record.Fields[i].Name, name, StringComparison.Ordinal))
            {
                return tuple.IsSummary ? ElementOf(Value.Of(tuple)) : tuple.Get(SlotKey.Item(i));
            }
        }

        return Value.Absent;
    }

    /// <summary><c>collections.namedtuple(name, fields)</c>.</summary>
    private Value MakeNamedTuple(CallArguments arguments, SyntaxNode node)
    {
        var names = KnownText(arguments[1]) is { } text ? [.. text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)] : TextsOf(arguments[1], node);
        var created = NewClass(node, KnownText(arguments[0]) ?? string.Empty, [], []);
        if (created.Payload is ClassValue definition)
        {
            definition.Record = RecordKind.NamedTuple;
            definition.Fields = [.. names.Select(static name => new ClassField(name))];
        }

        return Value.Of(created);
    }

    private List<string> TextsOf(Value sequence, SyntaxNode node)
    {
        var items = new List<Value>();
        TryUnpack(sequence, items, node);
        return [.. items.Select(KnownText).OfType<string>()];
    }

    /// <summary><c>replace(record, name=value)</c> and <c>record._replace(name=value)</c>: a new record, the rest shared.</summary>
    private Value ReplaceFields(Value record, CallArguments arguments, SyntaxNode node)
    {
        if (record.Reference is not { } source || ClassOf(source) is not { Payload: ClassValue definition } type || RecordOf(definition)?.Payload is not ClassValue { Fields: var fields })
        {
            return Value.Unknown;
        }

        var named = new List<(string Name, Value Value)>();
        foreach (var field in fields)
        {
            var given = arguments.Find(field.Name);
            named.Add((field.Name, given.IsAbsent ? GetAttribute(record, field.Name, node) : given));
        }

        return Call(Value.Of(type), new CallArguments([], named), node);
    }
}
