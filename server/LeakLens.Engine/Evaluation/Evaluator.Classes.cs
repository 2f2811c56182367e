using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Classes: how they come to be.</summary>
internal sealed partial class Evaluator
{
    private const int DeepestHierarchy = 32;

    private Value DefineClass(ClassDef definition)
    {
        var bases = new List<Value>();
        foreach (var expression in definition.Bases)
        {
            bases.Add(Evaluate(expression));
        }

        var keywords = new List<(string Name, Value Value)>();
        foreach (var keyword in definition.Keywords)
        {
            var value = Evaluate(keyword.Value);
            if (keyword.Name is { } name)
            {
                keywords.Add((name, value));
            }
        }

        var created = NewClass(definition, definition.Name, bases, keywords);
        RunClassBody(definition, created);
        FinishClass(created, keywords, definition);
        if (!_frame.Module.IsImported)
        {
            _classes.Add(created);
        }

        var result = Value.Of(created);
        for (var i = definition.Decorators.Length - 1; i >= 0; i--)
        {
            var decorated = DecorateClass(Evaluate(definition.Decorators[i]), result, definition.Decorators[i]);
            result = decorated.IsUnknown ? result : decorated;
        }

        return result;
    }

    private HeapObject NewClass(SyntaxNode node, string name, List<Value> bases, List<(string Name, Value Value)> keywords)
    {
        var own = new List<HeapObject>();
        var known = new List<string>();
        var unknown = false;
        foreach (var value in bases)
        {
            if (value.Reference is { Payload: ClassValue } parent)
            {
                own.Add(parent);
            }
            else if (value.Thing is { } thing)
            {
                known.Add(thing.QualifiedName);
            }

            unknown |= value.Reference is null && value.Thing is not { QualifiedName: "object" };
        }

        var definition = new ClassValue(node, name, own, known, unknown) { Models = Models, IsImported = _frame.Module.IsImported };
        var created = _heap.Allocate(ObjectKind.Class, node, _frame.Context, definition);
        definition.Ancestors = ClassOrder.Of(created, own);
        definition.Metaclass = MetaclassOf(definition, keywords);
        definition.HasAbstractMetaclass = keywords.Exists(static keyword => keyword is { Name: "metaclass", Value.Thing.QualifiedName: "abc.ABCMeta" }) || own.Exists(static parent => parent.Payload is ClassValue { HasAbstractMetaclass: true });
        definition.IsEnum = definition.KnownBases.Any(IsEnumName) || own.Exists(static parent => parent.Payload is ClassValue { IsEnum: true });
        for (var i = 0; i < own.Count; i++)
        {
            _heap.Set(created, SlotKey.Item(i), Value.Of(own[i]));
        }

        return created;
    }

    private void RunClassBody(ClassDef definition, HeapObject created)
    {
        var outer = _frame;
        _frame = NewFrame(_frame.Module.Scopes.GetScope(definition), definition, outer, outer, outer.Context);
        var enumeration = _enumeration;
        _enumeration = IsExact && created.Payload is ClassValue { IsEnum: true } ? (_frame, created, []) : null;
        var completion = ExecuteBody(definition.Body);
        _enumeration = enumeration;
        if (IsExact && completion is Completion.Raise or Completion.Diverge)
        {
            _afterCall = completion;
        }

        var body = _frame;
        _frame = outer;
        foreach (var symbol in body.Scope.Symbols)
        {
            var value = body.Storage.Locals[symbol.Index].Value;
            if (!value.IsAbsent)
            {
                SetClassAttribute(created, symbol.Name, value);
            }
        }
    }

    private void SetClassAttribute(HeapObject type, string name, Value value)
    {
        _heap.Set(type, SlotKey.Attribute(name), value);
        if (value.Reference is { Payload: FunctionValue } method)
        {
            _heap.Set(method, SlotKey.Attribute(DefiningClassSlot), Value.Of(type));
        }
        else if (value.Reference is { Kind: ObjectKind.Instance } descriptor)
        {
            CallSpecial(value, "__set_name__", new CallArguments([Value.Of(type), Value.OfText(name)], []), descriptor.Site.Node);
        }
    }

    /// <summary>What follows the body: layout, members of an Enum, the hooks of metaclass and parents (Python reference, 3.3.3).</summary>
    private void FinishClass(HeapObject type, List<(string Name, Value Value)> keywords, SyntaxNode node)
    {
        if (type.Payload is not ClassValue definition)
        {
            return;
        }

        definition.SlotCount = CountSlots(type);
        if (definition.KnownBases.Any(static name => name is "typing.NamedTuple"))
        {
            definition.Record = RecordKind.NamedTuple;
            definition.ShowsFields = true;
            definition.Fields = [.. FieldsOf(type)];
        }

        if (definition.IsEnum)
        {
            MakeMembers(type, node);
        }

        if (definition.Metaclass is { } metaclass)
        {
            CallMetaclass(metaclass, type, definition, keywords, node);
        }

        keywords.RemoveAll(static keyword => keyword.Name is "metaclass");
        if (FindAfter(definition, type, "__init_subclass__") is { Reference: { Payload: FunctionValue hook } function })
        {
            CallFunction(function, hook, new CallArguments([Value.Of(type)], keywords), node);
        }
    }

    /// <summary>Names in <c>__slots__</c>; null without it. One for weak references costs as much as any other.</summary>
    private static int? CountSlots(HeapObject type)
    {
        var slots = type.Get(SlotKey.Attribute("__slots__"));
        if (slots.IsAbsent)
        {
            return null;
        }

        if (slots.Text is not null)
        {
            return 1;
        }

        if (slots.Reference is not { } names || !CountItems(slots).Count.IsExact)
        {
            return null;
        }

        foreach (var slot in names.Slots)
        {
            if (slot.Value.Text is "__dict__")
            {
                return null;
            }
        }

        return (int)Math.Min(1024, CountItems(slots).Count.Low);
    }

    private Value Instantiate(HeapObject type, ClassValue definition, CallArguments arguments, SyntaxNode node)
    {
        if (definition.Metaclass is { } metaclass && FindInClass(metaclass, "__call__") is { Payload: FunctionValue replacement } caller)
        {
            return CallFunction(caller, replacement, arguments.Behind(Value.Of(type)), node);
        }

        return InstantiatePlainly(type, definition, arguments, node);
    }

    /// <summary><c>type.__call__</c>: makes an instance and initialises it.</summary>
    private Value InstantiatePlainly(HeapObject type, ClassValue definition, CallArguments arguments, SyntaxNode node)
    {
        if (IsMetaclass(type))
        {
            return MakeClass(arguments, type, node);
        }

        if (definition.IsEnum)
        {
            return IsExact ? FindMemberExactly(type, definition, arguments, node) : FindMember(type, arguments[0]);
        }

        if (IsExact && RefusesInstance(type, definition, arguments, node))
        {
            return Value.Unknown;
        }

        if (RecordOf(definition) is { Payload: ClassValue { Record: RecordKind.NamedTuple } record })
        {
            return Value.Of(NewNamedTuple(type, record, arguments, node));
        }

        var made = FindInClass(type, "__new__") is { Payload: FunctionValue maker } constructor
            ? CallFunction(constructor, maker, arguments.Behind(Value.Of(type)), node)
            : Value.Of(NewInstance(type, arguments, node));
        if (_afterCall == Completion.Normal && made.Reference is { } instance && ReferenceEquals(ClassOf(instance), type))
        {
            Initialize(instance, type, definition, arguments, node);
        }

        return made;
    }

    /// <summary><c>object.__new__</c>, and that of the built-in types that a class may derive from.</summary>
    private HeapObject NewInstance(HeapObject type, CallArguments arguments, SyntaxNode node)
    {
        var instance = _heap.Allocate(KindOfInstances(type), node, _frame.Context, type);
        if (ExceptionBaseOf(type, 0) is not null)
        {
            SetExceptionArguments(instance, arguments, node);
        }
        else if (IsExact && instance.Kind == ObjectKind.Tuple)
        {
            FillTuple(instance, arguments, node);
        }
        else if (IsExact)
        {
            NoteRoom(instance);
            NoteUncollected(instance);
        }

        return instance;
    }

    /// <summary>The first instances of a class have room for more attributes than they get.</summary>
    private void NoteRoom(HeapObject instance)
    {
        if (instance is { Kind: ObjectKind.Instance, Payload: HeapObject { Payload: ClassValue definition } } && ObjectSizes.RoomOfInstance(definition.Made) is > 0 and var room)
        {
            definition.Made++;
            _heap.SetMeta(instance, Meta.Room, room);
        }
    }

    private void Initialize(HeapObject instance, HeapObject type, ClassValue definition, CallArguments arguments, SyntaxNode node)
    {
        foreach (var ancestor in definition.Ancestors)
        {
            if (ancestor.Get(SlotKey.Attribute("__init__")).Reference is { Payload: FunctionValue initializer } function)
            {
                CallFunction(function, initializer, arguments.Behind(Value.Of(instance)), node);
                return;
            }

            if (ancestor.Payload is ClassValue { Record: RecordKind.Dataclass } record)
            {
                InitializeFields(instance, type, record, arguments, node);
                return;
            }
        }

        if (ModelOf(instance)?.FindConstructor() is { } constructor)
        {
            RunModel(constructor, Value.Of(instance), arguments, node);
        }
    }

    /// <summary>Instances of a class that derives from a built-in container are such containers.</summary>
    private ObjectKind KindOfInstances(HeapObject type)
    {
        if (type.Payload is not ClassValue definition)
        {
            return ObjectKind.Instance;
        }

        foreach (var ancestor in definition.Ancestors)
        {
            foreach (var name in ancestor.Payload is ClassValue parent ? parent.KnownBases : [])
            {
                if (Models.FindType(name) is { Storage: not ObjectKind.Opaque } model)
                {
                    return model.Storage;
                }
            }
        }

        return ObjectKind.Instance;
    }

    /// <summary>The class of an instance, when the program defines it.</summary>
    private static HeapObject? ClassOf(HeapObject target) =>
        target.Kind is ObjectKind.Class or ObjectKind.Growth ? null : target.Payload as HeapObject;

    private static HeapObject? FindInClass(HeapObject type, string name) => FindAttributeInClass(type, name).Reference;

    private static Value FindAttributeInClass(HeapObject type, string name)
    {
        if (type.Payload is not ClassValue definition)
        {
            return type.Get(SlotKey.Attribute(name));
        }

        foreach (var ancestor in definition.Ancestors)
        {
            var found = ancestor.Get(SlotKey.Attribute(name));
            if (!found.IsAbsent)
            {
                return found;
            }
        }

        return Value.Absent;
    }

    /// <summary>What <c>super()</c> finds: the attribute in the classes that stand behind <paramref name="after"/>.</summary>
    private static Value FindAfter(ClassValue definition, HeapObject after, string name)
    {
        for (var i = definition.Ancestors.IndexOf(after) + 1; i < definition.Ancestors.Length; i++)
        {
            var found = definition.Ancestors[i].Get(SlotKey.Attribute(name));
            if (!found.IsAbsent)
            {
                return found;
            }
        }

        return Value.Absent;
    }

    /// <summary>Calls a special method of an instance's class; null when there is none.</summary>
    private Value? CallSpecial(Value receiver, string name, CallArguments arguments, SyntaxNode node) =>
        FindSpecial(receiver, name) is { Payload: FunctionValue definition } function ? CallFunction(function, definition, arguments.Behind(receiver), node) : null;

    /// <summary>As above, with one argument: most values that are asked have no such method.</summary>
    private Value? CallSpecial(Value receiver, string name, Value argument, SyntaxNode node) =>
        FindSpecial(receiver, name) is { Payload: FunctionValue definition } function ? CallFunction(function, definition, new CallArguments([receiver, argument], CallArguments.None.Named), node) : null;

    private static HeapObject? FindSpecial(Value receiver, string name) => receiver.Reference is { } target && ClassOf(target) is { } type ? FindInClass(type, name) : null;
}
