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
            definition.IsTotallyOrdered |= decorator.Thing is { QualifiedName: "functools.total_ordering" };
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
        definition.HasNamedFields = IsGiven("kw_only");
        definition.Fields = [.. FieldsOf(type)];
        definition.IsFrozen = IsGiven("frozen");
        definition.HasEquality = !IsRefused("eq") && type.Get(SlotKey.Attribute("__eq__")).IsAbsent;
        definition.IsOrdered = IsGiven("order");
        definition.ShowsFields = !IsRefused("repr") && type.Get(SlotKey.Attribute("__repr__")).IsAbsent;
        definition.ComparesByFields = (definition.IsFrozen || IsGiven("unsafe_hash")) && !IsRefused("eq");
        if (IsGiven("slots"))
        {
            definition.SlotCount = definition.Fields.Length - definition.Bases.Sum(static parent => parent.Payload is ClassValue { SlotCount: not null } own ? own.Fields.Length : 0);
        }

        return Value.Of(type);

        bool IsGiven(string option) => options.Find(option) is { Kind: ValueKind.Bool, Number: { Low: 1 } };
        bool IsRefused(string option) => options.Find(option) is { Kind: ValueKind.Bool, Number: { High: 0 } };
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

        var isBehindMark = false;
        foreach (var statement in body)
        {
            if (statement is AnnAssign { Target: Name name } field && !IsAnnotatedAs(field.Annotation, "ClassVar") && (isSelf || definition.Record != RecordKind.None))
            {
                if (IsAnnotatedAs(field.Annotation, "KW_ONLY"))
                {
                    isBehindMark = true;
                    continue;
                }

                var given = type.Get(SlotKey.Attribute(name.Id)).Reference;
                var isParameter = given?.Get(SlotKey.Attribute("init")) is not { Kind: ValueKind.Bool, Number: { High: 0 } };
                var isCompared = given?.Get(SlotKey.Attribute("compare")) is not { Kind: ValueKind.Bool, Number: { High: 0 } };
                var isShown = given?.Get(SlotKey.Attribute("repr")) is not { Kind: ValueKind.Bool, Number: { High: 0 } };
                var isNamedOnly = given?.Get(SlotKey.Attribute("kw_only")) is { Kind: ValueKind.Bool, Number.IsExact: true } said ? said.Number.Low != 0 : isBehindMark || definition.HasNamedFields;
                var isPassedOn = IsAnnotatedAs(field.Annotation, "InitVar");
                var own = new ClassField(name.Id, isParameter, isCompared && !isPassedOn, isShown && !isPassedOn, isNamedOnly, isPassedOn);
                if (into.FindIndex(known => string.Equals(known.Name, name.Id, StringComparison.Ordinal)) is >= 0 and var at)
                {
                    // A field that a base class has keeps its place.
                    into[at] = own;
                }
                else
                {
                    into.Add(own);
                }
            }
        }
    }

    private static bool IsAnnotatedAs(Expression annotation, string mark) => annotation switch
    {
        Name name => string.Equals(name.Id, mark, StringComparison.Ordinal),
        Python.Syntax.Attribute attribute => string.Equals(attribute.Name, mark, StringComparison.Ordinal),
        Subscript subscript => IsAnnotatedAs(subscript.Value, mark),
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
        if (IsExact && FindMisfit(record, type, arguments) is { } misfit)
        {
            RaiseText("TypeError", $"{QualifiedNameOf(record)}.__init__() {misfit}", node);
            return;
        }

        var position = 0;
        var passed = new List<Value>();
        foreach (var field in record.Fields)
        {
            var value = !field.IsParameter ? Value.Absent
                : !field.IsNamedOnly && position < arguments.Positional.Count ? arguments[position++]
                : arguments.Find(field.Name);
            value = value.IsAbsent ? arguments.HasUnknownMore ? Value.Unknown : DefaultOf(type, field, node) : value;
            if (_afterCall != Completion.Normal && IsExact)
            {
                return;
            }

            if (field.IsPassedOn)
            {
                passed.Add(value);
            }
            else if (!value.IsAbsent)
            {
                SetField(instance, type, record, field, value, node);
            }
        }

        CallSpecial(Value.Of(instance), "__post_init__", passed.Count == 0 ? CallArguments.None : new CallArguments(passed, []), node);
    }

    /// <summary>A field that is a descriptor, or a class with a <c>__setattr__</c>, decides what becomes of the value. Those of a frozen class are set past it.</summary>
    private void SetField(HeapObject instance, HeapObject type, ClassValue record, ClassField field, Value value, SyntaxNode node)
    {
        if (IsExact && !record.IsFrozen && (FindInClass(type, "__setattr__") is not null || IsProperty(FindAttributeInClass(type, field.Name)) || FindSpecial(FindAttributeInClass(type, field.Name), "__set__") is not null))
        {
            SetAttribute(Value.Of(instance), field.Name, value, node);
        }
        else
        {
            SetOwnAttribute(instance, field.Name, value);
        }
    }

    /// <summary>What a call is told whose arguments do not fit the fields; null when they fit.</summary>
    private string? FindMisfit(ClassValue record, HeapObject type, CallArguments arguments)
    {
        if (arguments.HasUnknownMore)
        {
            throw new NotDeterminedException();
        }

        var parameters = record.Fields.Where(static field => field.IsParameter).ToList();
        var positional = parameters.Where(static field => !field.IsNamedOnly).ToList();
        var given = arguments.Positional.Count;
        var filled = new HashSet<string>(positional.Take(given).Select(static field => field.Name), StringComparer.Ordinal) { "self" };
        foreach (var (name, _) in arguments.Named)
        {
            if (!string.Equals(name, "self", StringComparison.Ordinal) && !parameters.Exists(field => string.Equals(field.Name, name, StringComparison.Ordinal)))
            {
                return $"got an unexpected keyword argument '{name}'";
            }

            if (!filled.Add(name))
            {
                return $"got multiple values for argument '{name}'";
            }
        }

        if (given > positional.Count)
        {
            return TooMany(positional.Count + 1, positional.Count(HasDefault), parameters.Count(field => field.IsNamedOnly && filled.Contains(field.Name)), given + 1);
        }

        return Missing(positional, "positional") ?? Missing(parameters.Where(static field => field.IsNamedOnly), "keyword-only");

        bool HasDefault(ClassField field) => FindAttributeInClass(type, field.Name) is { IsAbsent: false } standard
            && (standard.Reference is not { Payload: NativeType { Name: "Field" } } given || !given.Get(SlotKey.Attribute("default")).IsAbsent || !given.Get(SlotKey.Attribute("default_factory")).IsAbsent);

        string? Missing(IEnumerable<ClassField> fields, string kind) => DescribeMissing(fields.Where(field => !filled.Contains(field.Name) && !HasDefault(field)).Select(static field => $"'{field.Name}'").ToList(), kind);
    }

    private Value DefaultOf(HeapObject type, ClassField field, SyntaxNode node)
    {
        var standard = FindAttributeInClass(type, field.Name);
        if (standard.Reference is not { Payload: NativeType { Name: "Field" } } given)
        {
            return standard;
        }

        var factory = given.Get(SlotKey.Attribute("default_factory"));
        return factory.IsAbsent ? given.Get(SlotKey.Attribute("default")) : Call(factory, CallArguments.None, node);
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
            definition.ShowsFields = true;
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
