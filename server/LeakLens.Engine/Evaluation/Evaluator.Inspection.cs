using LeakLens.Engine.Facts;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Functions that look at objects themselves: <c>dir</c>, <c>callable</c>, <c>inspect.unwrap</c>, <c>dataclasses.asdict</c> ...</summary>
internal sealed partial class Evaluator
{
    private const int DeepestWrapping = 64;

    /// <summary>What <c>dir(object())</c> lists in CPython 3.11, and what a class adds.</summary>
    private static readonly string[] NamesOfEveryObject =
    [
        "__class__", "__delattr__", "__dict__", "__dir__", "__doc__", "__eq__", "__format__", "__ge__", "__getattribute__", "__getstate__", "__gt__", "__hash__", "__init__", "__init_subclass__",
        "__le__", "__lt__", "__module__", "__ne__", "__new__", "__reduce__", "__reduce_ex__", "__repr__", "__setattr__", "__sizeof__", "__str__", "__subclasshook__", "__weakref__",
    ];

    private static readonly HashSet<string> ObjectNames = new(NamesOfEveryObject, StringComparer.Ordinal);

    /// <summary>Null when it is none of these, or the answer is not known.</summary>
    private Value? TryInspect(string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "callable" when arguments.Positional.Count == 1:
                return CanBeCalled(arguments[0]) is { } known ? Value.OfBool(known) : Value.AnyBool;
            case "dir" when IsExact && arguments.Positional.Count == 1 && NamesOfMembers(arguments[0]) is { } names:
                return Value.Of(NewKnownList([.. names.Select(static member => Value.OfText(member))], room: -1, node));
            case "sys.getsizeof" when IsExact && SizeOf(arguments[0]) is { } size:
                return NewInt(size, node);
            case "inspect.unwrap" when arguments.Positional.Count == 1:
                return Unwrap(arguments[0]);
            case "dataclasses.asdict" when arguments.Positional.Count == 1:
                return PlainOfRecord(arguments[0], isDict: true, node, depth: 0);
            case "dataclasses.astuple" when arguments.Positional.Count == 1:
                return PlainOfRecord(arguments[0], isDict: false, node, depth: 0);
            case "dataclasses.is_dataclass" when (arguments[0].Reference is { Kind: ObjectKind.Class } type ? type : arguments[0].Reference is { } target ? ClassOf(target) : null) is { Payload: ClassValue definition }:
                return RecordOf(definition)?.Payload is ClassValue { Record: RecordKind.Dataclass } ? Value.OfBool(true) : definition.HasUnknownBase ? Value.AnyBool : Value.OfBool(false);
            case "dataclasses.fields" when (arguments[0].Reference is { Kind: ObjectKind.Class } own ? own : arguments[0].Reference is { } instance ? ClassOf(instance) : null) is { Payload: ClassValue described } && RecordOf(described) is { Payload: ClassValue { Record: RecordKind.Dataclass } record }:
                return Value.Of(NewTuple([.. record.Fields.Where(static field => !field.IsPassedOn).Select(field => DescribeField(field.Name, node))], node));
            default:
                return null;
        }
    }

    private static bool? CanBeCalled(Value value) => value.Kind switch
    {
        ValueKind.None or ValueKind.Bool or ValueKind.Int or ValueKind.Float or ValueKind.Text or ValueKind.ByteText => false,
        ValueKind.Known when value.Thing is { } thing => thing.IsModule ? false : IsOfObject(thing.QualifiedName) ? true : null,
        ValueKind.Object when value.Reference is { } target => target.Kind switch
        {
            ObjectKind.Function or ObjectKind.Class => true,
            ObjectKind.Str or ObjectKind.Bytes or ObjectKind.ByteArray or ObjectKind.List or ObjectKind.Tuple or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque or ObjectKind.Range => false,
            ObjectKind.Instance when ClassOf(target) is { Payload: ClassValue definition } type => FindInClass(type, "__call__") is not null ? true : definition.HasUnknownBase ? null : false,
            _ => target.Payload is BoundMethodValue ? true : null,
        },
        _ => null,
    };

    /// <summary>A method of <c>object</c>, or <c>type</c>: the program cannot have given it attributes.</summary>
    private static bool IsOfObject(string name) => name is "type" || name.StartsWith("object.__", StringComparison.Ordinal);

    /// <summary>In the order of <c>dir</c>; null when some are not known.</summary>
    private static SortedSet<string>? NamesOfMembers(Value value)
    {
        if (value.Reference is not { IsSummary: false, Kind: ObjectKind.Instance or ObjectKind.Class } target
            || (target.Kind == ObjectKind.Class ? target : ClassOf(target)) is not { Payload: ClassValue { HasUnknownBase: false, SlotCount: null } definition } type
            || FindInClass(type, "__dir__") is not null)
        {
            return null;
        }

        var names = new SortedSet<string>(NamesOfEveryObject, StringComparer.Ordinal);
        AddAttributes(target, names);
        foreach (var ancestor in definition.Ancestors)
        {
            AddAttributes(ancestor, names);
        }

        return names;
    }

    private static void AddAttributes(HeapObject owner, SortedSet<string> into)
    {
        foreach (var slot in owner.Slots)
        {
            if (slot.Key is { Kind: SlotKind.Attribute, Name: string { Length: > 0 } name } && !slot.Value.IsAbsent && name[0] != '<')
            {
                into.Add(name);
            }
        }
    }

    /// <summary>The function inside the decorators that said what they wrap (<c>__wrapped__</c>).</summary>
    private static Value Unwrap(Value function)
    {
        for (var depth = 0; depth < DeepestWrapping; depth++)
        {
            if (function.Reference is not { Kind: ObjectKind.Function } target)
            {
                return function;
            }

            var inner = target.Get(SlotKey.Attribute("__wrapped__"));
            if (inner.IsAbsent)
            {
                return function;
            }

            function = inner;
        }

        return Value.Unknown;
    }

    /// <summary>Records become dicts or tuples, lists, tuples and dicts are made anew with what is in them, everything else is copied deeply.</summary>
    private Value PlainOfRecord(Value value, bool isDict, SyntaxNode node, int depth)
    {
        const int Deepest = 16;
        if (depth > Deepest)
        {
            return Value.Unknown;
        }

        if (value.Reference is not { IsSummary: false } target)
        {
            return value.Reference is null ? value : Value.Unknown;
        }

        if (ClassOf(target) is { Payload: ClassValue definition } && RecordOf(definition) is { Payload: ClassValue { Record: RecordKind.Dataclass } record })
        {
            return PlainOfFields(value, record, isDict, node, depth);
        }

        if (depth == 0)
        {
            return Value.Unknown;
        }

        if (IsExact && target.Kind == ObjectKind.List && target.Payload is null && ItemsOf(value, node) is { } items)
        {
            // The list is made of a generator: it begins with room for eight, and is cut to four for one.
            const int Room = 8;
            return Value.Of(NewKnownList([.. items.Select(item => PlainOfRecord(item, isDict, node, depth + 1))], items.Count switch { 0 => -1, 1 => Room / 2, _ => Room }, node));
        }

        if (IsExact && target is { Kind: ObjectKind.Dict, Payload: null, Contents: EntryContents entries })
        {
            var made = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
            for (var i = 0; i < entries.Count; i++)
            {
                var (key, item) = entries.At(i);
                SetKey(made, key, PlainOfRecord(item, isDict, node, depth + 1), node, isLiteral: false);
            }

            return Value.Of(made);
        }

        return DeepCopy(value, node);
    }

    private Value PlainOfFields(Value instance, ClassValue record, bool isDict, SyntaxNode node, int depth)
    {
        // Records inside records may be one and the same many times over, and each is made anew.
        const int DearestDepth = 5;
        _budget.Step(record.Fields.Length << Math.Min(depth, DearestDepth));
        var values = new List<Value>(record.Fields.Length);
        var fields = record.Fields.Where(static field => !field.IsPassedOn).ToList();
        foreach (var field in fields)
        {
            values.Add(PlainOfRecord(GetAttribute(instance, field.Name, node), isDict, node, depth + 1));
        }

        if (!isDict)
        {
            return Value.Of(NewTuple([.. values], node));
        }

        var made = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        for (var i = 0; i < values.Count; i++)
        {
            SetKey(made, Value.OfText(fields[i].Name), values[i], node, isLiteral: false);
        }

        return Value.Of(made);
    }

    private Value DescribeField(string name, SyntaxNode node)
    {
        var field = _heap.Allocate(ObjectKind.Native, node, _frame.Context, FieldType);
        _heap.Set(field, SlotKey.Attribute("name"), Value.OfText(name));
        return Value.Of(field);
    }

    /// <summary><c>atexit.unregister(function)</c>: every entry with an equal function goes.</summary>
    private Value UnregisterAtExit(Value function, SyntaxNode node)
    {
        if (RegistryOf("atexit", "list", node).Reference is { Contents: ItemContents entries } registry)
        {
            _budget.Step(1 + entries.Count);
            for (var i = entries.Count - 1; i >= 0; i--)
            {
                if (EqualExactly(entries[i].Reference?.Get(SlotKey.Item(0)) ?? Value.Unknown, function, node) ?? throw new NotDeterminedException())
                {
                    RemoveAt(registry, entries, i);
                }
            }
        }

        return Value.None;
    }

    /// <summary>Bytes of one object of Python itself, without what it refers to; null when they are not known.</summary>
    private static Quantity? SizeOf(Value value) => value.Reference is { IsSummary: false, Payload: null, Kind: ObjectKind.List or ObjectKind.Tuple or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Str or ObjectKind.Bytes } target
        && ObjectBytes.Own(target) is { IsExact: true } bytes
            ? bytes
            : null;
}
