using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Functions and types that need no import, and the containers of <c>collections</c>.</summary>
internal sealed partial class Evaluator
{
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
                var receiver = frame.Storage.Get(frame.KeyOf(symbol));
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
        var made = _heap.Allocate(ObjectKind.Range, node, _frame.Context, range);
        for (var i = 0; i < arguments.Positional.Count && i < RangeSlots.Length; i++)
        {
            if (arguments[i].Reference is not null)
            {
                _heap.Set(made, SlotKey.Attribute(RangeSlots[i]), arguments[i]);
            }
        }

        return Value.Of(made);
    }

    /// <summary>A range keeps the numbers that it was made with.</summary>
    private static readonly string[] RangeSlots = ["<first>", "<second>", "<third>"];

    private Value LengthOf(Value value, SyntaxNode node)
    {
        if (IsExact && value.Reference is { Payload: TypeModel } measured && CallExactLibraryMethod(measured, "__len__", CallArguments.None, node) is { } known)
        {
            return known;
        }

        if (IsExact && value.Reference is null && RefuseCall(value, "object of type '{0}' has no len()", node) is { } refused)
        {
            return refused;
        }

        if (IsExact && value.Reference is { Kind: ObjectKind.Class, Payload: ClassValue { IsEnum: true } })
        {
            value = MembersOf(value);
        }

        if (value.Reference is { Kind: ObjectKind.Instance })
        {
            return CallSpecial(value, "__len__", CallArguments.None, node) ?? (IsExact ? RefuseCall(value, "object of type '{0}' has no len()", node) : null) ?? Value.OfInt(Quantity.SomeLength);
        }

        if (value.Reference is { Payload: TypeModel type } target && type.FindMethod("__len__") is { } length)
        {
            return RunModel(length, Value.Of(target), CallArguments.None, node);
        }

        var (count, kind) = CountItems(value);
        return kind is null ? Value.OfInt(Quantity.SomeLength) : IsExact ? NewCount(count, node) : Value.OfInt(count);
    }

    private static Value ParseInt(Value value) =>
        long.TryParse(KnownText(value), System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? Value.OfInt(number)
            : Value.OfInt(Quantity.AnyInteger);

    private Value NewBytes(CallArguments arguments, SyntaxNode node)
    {
        var source = arguments[0];
        var length = source.IsAbsent ? Quantity.Zero
            : source.Kind is ValueKind.Int ? source.Number.AtLeastZero()
            : LengthIn(source);
        if (BytesLength(source) is not null)
        {
            return source;
        }

        if (BytesIn(source.Reference) is { } array)
        {
            return Value.Of(NewContent([.. array], node));
        }

        if (IsExact && source.Reference is not null && DrawItems(source, node) is { } drawn && drawn.TrueForAll(static item => item is { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 and <= byte.MaxValue } }))
        {
            return Value.Of(NewContent([.. drawn.Select(static item => (byte)item.Number.Low)], node));
        }

        var made = _heap.AllocateBytes(node, _frame.Context, length);
        if (source.Kind == ValueKind.Int)
        {
            _heap.Set(made, SlotKey.Attribute(ZerosSlot), Value.OfBool(true));
        }

        return Value.Of(made);
    }

    private Value NewCollection(ObjectKind kind, CallArguments arguments, SyntaxNode node)
    {
        var source = arguments[0];
        if (kind == ObjectKind.Tuple && source.Reference is { Kind: ObjectKind.Tuple })
        {
            return source;
        }

        var birth = _heap.ObjectCount;
        if (kind == ObjectKind.Tuple && IsExact && !source.IsAbsent && DrawItems(source, node) is { } drawn)
        {
            var tuple = NewTuple(drawn, node);
            if (source.Reference is { Kind: ObjectKind.Generator or ObjectKind.Iterator } && drawn.Count > 1)
            {
                _growths.Gathered(tuple, birth, drawn.Count, node, _loop, "extend");
            }

            return Value.Of(tuple);
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

    private Value NewDict(Intrinsic intrinsic, CallArguments arguments, SyntaxNode node)
    {
        var created = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        FillDict(created, intrinsic, arguments, node);
        return Value.Of(created);
    }

    private void FillDict(HeapObject created, Intrinsic intrinsic, CallArguments arguments, SyntaxNode node)
    {
        var source = arguments[0];
        if (intrinsic == Intrinsic.DefaultDict)
        {
            _heap.Set(created, SlotKey.Attribute(FactorySlot), source);
            source = arguments[1];
        }
        else if (intrinsic == Intrinsic.Counter)
        {
            _heap.Set(created, SlotKey.Attribute(CounterSlot), Value.OfInt(0));
            CountItemsInto(created, source, node);
            CountNamed(created, arguments, node);
            return;
        }

        if (!source.IsAbsent)
        {
            Extend(created, source, node);
        }

        foreach (var (name, value) in arguments.Named)
        {
            SetKey(created, Value.OfText(name), value, node, isLiteral: true);
        }
    }

    /// <summary>Counter(iterable), Counter.update: each item is a key, its value a number.</summary>
    private void CountItemsInto(HeapObject counter, Value source, SyntaxNode node)
    {
        if (counter.Contents is EntryContents && !source.IsAbsent && source.Kind != ValueKind.None)
        {
            CountExactly(counter, BinaryOperator.Add, source, node);
            return;
        }

        if (source.Reference is { Kind: ObjectKind.Dict })
        {
            Extend(counter, source, node);
        }
        else if (!source.IsAbsent && source.Kind != ValueKind.None)
        {
            IterateInto(counter, node, source, item =>
            {
                SetKey(counter, item, Value.OfInt(Quantity.One), node, isLiteral: false);
                return Completion.Normal;
            });
        }
    }

    /// <summary>min and max: of their arguments, or of the items of one.</summary>
    private Value NewExtreme(bool largest, CallArguments arguments, SyntaxNode node)
    {
        if (arguments.Positional.Count == 1)
        {
            var element = ElementOfIterable(arguments[0], node);
            ConsumeAll(arguments[0], node);
            return element;
        }

        if (arguments.Positional.Count == 2 && arguments[0].Kind == ValueKind.Int && arguments[1].Kind == ValueKind.Int)
        {
            var (a, b) = (arguments[0].Number, arguments[1].Number);
            CompareNumbers(CompareOperator.LtE, a - b, node);
            return Value.OfInt(largest ? Quantity.Max(a, b) : Quantity.Min(a, b));
        }

        var joined = Value.Absent;
        foreach (var argument in arguments.Positional)
        {
            joined = Value.Join(joined, argument);
        }

        return joined.IsAbsent ? Value.Unknown : joined;
    }
}
