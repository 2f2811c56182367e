using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Functions and types that need no import, and the containers of <c>collections</c>.</summary>
internal sealed partial class Evaluator
{
    private Value CallKnown(KnownThing thing, CallArguments arguments, SyntaxNode node)
    {
        switch (thing.QualifiedName)
        {
            case "range":
                return NewRange(arguments, node);
            case "len":
                return LengthOf(arguments[0], node);
            case "str" or "repr" when arguments.Positional.Count == 1:
                return Stringify(arguments[0], node, string.Equals(thing.QualifiedName, "repr", StringComparison.Ordinal));
            case "bytes" or "bytearray":
                return NewBytes(thing, arguments, node);
            case "int" when arguments.Positional.Count == 0:
                return Value.OfInt(0);
            case "int":
                return arguments[0].Kind is ValueKind.Int or ValueKind.Bool ? Value.OfInt(arguments[0].Number, arguments[0].Reference) : ParseInt(arguments[0]);
            case "list" or "tuple" or "set" or "frozenset" or "sorted" or "collections.deque":
                return NewCollection(thing, arguments, node);
            case "dict" or "collections.OrderedDict" or "collections.defaultdict" or "collections.Counter":
                return NewDict(thing, arguments, node);
            case "enumerate" or "zip" or "map":
                return NewComposite(thing, arguments, node);
            case "itertools.count":
                return Value.Of(_heap.Allocate(ObjectKind.Iterator, node, _frame.Context, new IteratorValue(IterationKind.Count, arguments.Positional)));
            case "iter" when arguments.Positional.Count == 1 && arguments[0].Reference is not { Kind: ObjectKind.Generator }:
                return Value.Of(MakeIterator(arguments[0], node));
            case "reversed" or "iter" when arguments.Positional.Count == 1:
                return arguments[0];
            case "sys.exit" or "os._exit" or "os.abort" or "quit" or "exit":
                _afterCall = Completion.Raise;
                return Value.Unknown;
            case "sum" or "any" or "all" or "max" or "min":
                return Consume(thing, arguments, node);
            case "super":
                return NewSuper(arguments, node);
            case "globals":
                return Value.Of(ModuleFrame.Storage);
            case "vars" when arguments[0].Reference is { } owner:
                return Value.Of(NamespaceOf(owner, node));
            case "setattr" or "object.__setattr__":
                SetNamed(arguments[0], arguments[1], arguments[2], node, raw: !string.Equals(thing.QualifiedName, "setattr", StringComparison.Ordinal));
                return Value.None;
            case "getattr" when KnownText(arguments[1]) is { } name:
                return GetAttribute(arguments[0], name, node);
            case "object.__new__" when arguments[0].Reference is { Kind: ObjectKind.Class } type:
                return NewByType(type, arguments, node);
            case "print":
                return Value.None;
            case "isinstance" or "hasattr" or "callable":
                return Value.AnyBool;
            default:
                ShareArguments(arguments);
                return Value.Unknown;
        }
    }

    private Value NewSuper(CallArguments arguments, SyntaxNode node)
    {
        if (arguments.Positional.Count == 2 && arguments[0].Reference is { Kind: ObjectKind.Class } named)
        {
            return Value.Of(_heap.Allocate(ObjectKind.BoundMethod, node, _frame.Context, new SuperValue(arguments[1], named)));
        }

        for (var frame = _frame; frame is not null; frame = frame.Closure)
        {
            if (frame.Function is { Payload: FunctionValue { Parameters.Positional: [var first, ..] } } function
                && function.Get(SlotKey.Attribute(DefiningClassSlot)).Reference is { } type
                && frame.Scope.Find(first.Name) is { } symbol)
            {
                var receiver = frame.Storage.Get(SlotKey.Local(symbol.Index));
                return Value.Of(_heap.Allocate(ObjectKind.BoundMethod, node, _frame.Context, new SuperValue(receiver, type)));
            }
        }

        return Value.Unknown;
    }

    private Value NewRange(CallArguments arguments, SyntaxNode node)
    {
        var numbers = new Quantity[arguments.Positional.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = arguments[i].Kind is ValueKind.Int or ValueKind.Bool ? arguments[i].Number : Quantity.AnyInteger;
        }

        var range = numbers switch
        {
            [var stop] => new RangeValue(0, stop, 1),
            [var start, var stop] => new RangeValue(start, stop, 1),
            [var start, var stop, var step] => new RangeValue(start, stop, step),
            _ => new RangeValue(Quantity.AnyInteger, Quantity.AnyInteger, 1),
        };
        return Value.Of(_heap.Allocate(ObjectKind.Range, node, _frame.Context, range));
    }

    private Value LengthOf(Value value, SyntaxNode node)
    {
        if (value.Reference is { Kind: ObjectKind.Instance })
        {
            return CallSpecial(value, "__len__", CallArguments.None, node) ?? Value.OfInt(Quantity.SomeLength);
        }

        var (count, kind) = CountItems(value);
        return kind is null ? Value.OfInt(Quantity.SomeLength) : Value.OfInt(count);
    }

    private static Value ParseInt(Value value) =>
        long.TryParse(KnownText(value), System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? Value.OfInt(number)
            : Value.OfInt(Quantity.AnyInteger);

    private Value NewBytes(KnownThing thing, CallArguments arguments, SyntaxNode node)
    {
        var source = arguments[0];
        var length = source.IsAbsent ? Quantity.Zero
            : source.Kind is ValueKind.Int ? source.Number.AtLeastZero()
            : BytesLength(source) ?? CountItems(source).Count;
        if (string.Equals(thing.QualifiedName, "bytes", StringComparison.Ordinal))
        {
            return BytesLength(source) is not null ? source : Value.Of(_heap.AllocateBytes(node, _frame.Context, length));
        }

        var array = _heap.Allocate(ObjectKind.ByteArray, node, _frame.Context);
        _heap.SetMeta(array, Meta.Length, length);
        return Value.Of(array);
    }

    private Value NewCollection(KnownThing thing, CallArguments arguments, SyntaxNode node)
    {
        var kind = thing.QualifiedName switch
        {
            "tuple" => ObjectKind.Tuple,
            "set" or "frozenset" => ObjectKind.Set,
            "collections.deque" => ObjectKind.Deque,
            _ => ObjectKind.List,
        };
        var source = arguments[0];
        if (kind == ObjectKind.Tuple && source.Reference is { Kind: ObjectKind.Tuple })
        {
            return source;
        }

        var created = _heap.Allocate(kind, node, _frame.Context);
        var limit = arguments.Find("maxlen") is { IsAbsent: false } named ? named : arguments[1];
        if (kind == ObjectKind.Deque && limit.Kind == ValueKind.Int)
        {
            _heap.Set(created, SlotKey.Attribute(MaxLengthSlot), limit);
        }

        if (!source.IsAbsent)
        {
            Extend(created, source, node);
        }

        return Value.Of(created);
    }

    private Value NewDict(KnownThing thing, CallArguments arguments, SyntaxNode node)
    {
        var created = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        var source = arguments[0];
        if (string.Equals(thing.QualifiedName, "collections.defaultdict", StringComparison.Ordinal))
        {
            _heap.Set(created, SlotKey.Attribute(FactorySlot), source);
        }
        else if (string.Equals(thing.QualifiedName, "collections.Counter", StringComparison.Ordinal))
        {
            _heap.Set(created, SlotKey.Attribute(CounterSlot), Value.OfInt(0));
        }
        else if (!source.IsAbsent)
        {
            Extend(created, source, node);
        }

        foreach (var (name, value) in arguments.Named)
        {
            SetKey(created, Value.OfText(name), value, node, isLiteral: true);
        }

        return Value.Of(created);
    }

    private Value NewComposite(KnownThing thing, CallArguments arguments, SyntaxNode node)
    {
        var kind = thing.QualifiedName switch
        {
            "enumerate" => IterationKind.Enumerate,
            "zip" => IterationKind.Zip,
            _ => IterationKind.Map,
        };
        var needed = kind == IterationKind.Map ? 2 : 1;
        return arguments.Positional.Count < needed
            ? Value.Unknown
            : Value.Of(_heap.Allocate(ObjectKind.Iterator, node, _frame.Context, new IteratorValue(kind, arguments.Positional)));
    }

    /// <summary>Functions that look at every item and keep none.</summary>
    private Value Consume(KnownThing thing, CallArguments arguments, SyntaxNode node)
    {
        if (arguments.Positional.Count == 1 && arguments[0].Reference is { Kind: ObjectKind.Generator } generator)
        {
            RunGenerator(generator, static _ => Completion.Normal, node);
        }

        if (thing.QualifiedName is "any" or "all")
        {
            return Value.AnyBool;
        }

        if (thing.QualifiedName is "min" or "max" && arguments.Positional.Count == 2 && arguments[0].Kind == ValueKind.Int && arguments[1].Kind == ValueKind.Int)
        {
            var (a, b) = (arguments[0].Number, arguments[1].Number);
            return Value.OfInt(string.Equals(thing.QualifiedName, "max", StringComparison.Ordinal) ? Quantity.Max(a, b) : Quantity.Min(a, b));
        }

        return Value.Unknown;
    }
}
