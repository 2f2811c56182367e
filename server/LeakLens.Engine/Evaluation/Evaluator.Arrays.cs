using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Arrays of numpy: a header, a shape, a type of items, and data of its own unless it is a view, which keeps the array
/// alive that owns the data. Shape and type are slots, so that loops see how an array grows that is bound anew each trip.
/// </summary>
internal sealed partial class Evaluator
{
    internal const string ArrayType = "numpy.ndarray";
    private const string DimensionPrefix = "<dim>";
    private const int MostDimensions = 8;
    private const long ArrayHeader = 96;
    private const long PerDimension = 16;
    private static readonly SlotKey DimensionCount = SlotKey.Attribute("<dims>");
    private static readonly SlotKey ItemType = SlotKey.Attribute("<dtype>");

    /// <summary>What an array or a table looks into.</summary>
    internal static readonly SlotKey BaseOfView = SlotKey.Attribute("base");

    private Value NewArray(List<Quantity> dimensions, string type, HeapObject? baseArray, SyntaxNode node)
    {
        var array = _heap.Allocate(ObjectKind.Opaque, node, _frame.Context, Models.FindType(ArrayType));
        var bytes = (Quantity)(ArrayHeader + (PerDimension * dimensions.Count));
        if (baseArray is null)
        {
            bytes += Product(dimensions) * ItemSize(type);
        }
        else
        {
            _heap.Set(array, BaseOfView, Value.Of(baseArray));
        }

        _heap.SetMeta(array, Meta.Bytes, bytes);
        _heap.Set(array, DimensionCount, Value.OfInt(dimensions.Count));
        _heap.Set(array, ItemType, Value.OfText(type));
        for (var i = 0; i < Math.Min(dimensions.Count, MostDimensions); i++)
        {
            _heap.Set(array, DimensionKey(i), Value.OfInt(dimensions[i]));
        }

        return Value.Of(array);
    }

    /// <summary>Bytes that one object shows, with its own: of an array its items, of a memoryview its length, of a table what it has copied.</summary>
    internal static Quantity SeenBytes(HeapObject view)
    {
        if (StoredDimensions(view) is { } dimensions)
        {
            return Product(dimensions) * ItemSize(TypeOfItems(Value.Of(view), "f8")) + (ArrayHeader + (PerDimension * dimensions.Count));
        }

        var own = Facts.ObjectBytes.Own(view).High;
        Quantity each = view.IsSummary && view.GetMeta(Meta.Count) is { HasFiniteHigh: true, High: > 0 } count ? own / count.High : own;
        if (view.Get(SeriesValues).Reference is { } values)
        {
            return each + SeenBytes(values);
        }

        return view.Get(SlotKey.Attribute("length")) is { Kind: ValueKind.Int, Number: var length } ? length + each : each;
    }

    /// <summary>What an array owns when it is no view, whatever is known of how many there are; null for anything else.</summary>
    internal static Quantity? BytesOfArray(HeapObject target) => IsArray(Value.Of(target)) && StoredDimensions(target) is not null ? SeenBytes(target) : null;

    private static SlotKey DimensionKey(int axis) => SlotKey.Attribute(DimensionPrefix + axis.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static Quantity Product(IEnumerable<Quantity> dimensions)
    {
        var product = Quantity.One;
        foreach (var dimension in dimensions)
        {
            product *= dimension.AtLeastZero();
        }

        return product;
    }

    private static bool IsArray(Value value) => value.Reference is { Kind: ObjectKind.Opaque, Payload: TypeModel { QualifiedName: ArrayType } };

    /// <summary>The shape of an array, of nested lists, of a number; null when it is not known.</summary>
    /// <param name="depth">How deep in nested lists; a list may hold itself.</param>
    private static List<Quantity>? DimensionsOf(Value value, int depth = 0)
    {
        if (depth > MostDimensions)
        {
            return null;
        }

        if (value.Reference is not { } target)
        {
            return value.IsUnknown || value.Kind == ValueKind.Union ? null : [];
        }

        if (IsArray(value))
        {
            return StoredDimensions(target);
        }

        if (IsSeries(value))
        {
            return DimensionsOf(PlainOf(value));
        }

        if (IsFrame(value))
        {
            var width = DimensionsOf(target.Get(TableBlock)) is [_, var columns] ? columns : Quantity.Zero;
            return [RowsOf(value), width + (target.Get(TableColumns).Reference?.GetMeta(Meta.Length) ?? Quantity.Zero)];
        }

        if (target.Kind is ObjectKind.List or ObjectKind.Tuple or ObjectKind.Range)
        {
            return DimensionsOf(ElementOf(value), depth + 1) is { } inner ? [CountItems(value).Count, .. inner] : [CountItems(value).Count];
        }

        return [];
    }

    /// <summary>Null, too, where a loop leapt over how many dimensions an array gets that is bound anew on each trip: <c>a = a[..., None]</c>.</summary>
    private static List<Quantity>? StoredDimensions(HeapObject array)
    {
        if (array.Get(DimensionCount) is not { Kind: ValueKind.Int, Number: { IsExact: true, Low: <= MostDimensions } count })
        {
            return null;
        }

        var dimensions = new List<Quantity>();
        for (var i = 0; i < count.Low; i++)
        {
            dimensions.Add(array.Get(DimensionKey(i)).Number);
        }

        return dimensions;
    }

    /// <summary>A shape that is given as a number or a tuple of numbers; -1 is what is left of <paramref name="all"/>.</summary>
    private static List<Quantity>? ShapeFrom(Value shape, Quantity? all = null)
    {
        var dimensions = new List<Quantity>();
        if (shape.Kind is ValueKind.Int)
        {
            dimensions.Add(shape.Number);
        }
        else if (shape.Reference is { Kind: ObjectKind.Tuple or ObjectKind.List } tuple && tuple.GetMeta(Meta.Length) is { IsExact: true, Low: <= MostDimensions } count)
        {
            for (var i = 0L; i < count.Low; i++)
            {
                var item = tuple.Get(SlotKey.Item(i));
                if (item.Reference is { Kind: ObjectKind.Tuple } && count.Low == 1)
                {
                    return ShapeFrom(item, all);
                }

                dimensions.Add(item.Kind == ValueKind.Int ? item.Number : Quantity.SomeLength);
            }
        }
        else
        {
            return null;
        }

        for (var i = 0; i < dimensions.Count; i++)
        {
            if (dimensions[i] is { IsExact: true, Low: < 0 })
            {
                var others = Product(dimensions.Where((_, axis) => axis != i));
                dimensions[i] = all is { } total && others is { IsExact: true, Low: > 0 } ? Quantity.FloorDivide(total, others.Low) : Quantity.SomeLength;
            }
        }

        return dimensions;
    }

    /// <summary>Kind and bytes of items, as numpy writes them: f8, i4, b1, O8.</summary>
    private static string TypeOfItems(Value value, string standard, int depth = 0)
    {
        var name = value.Thing?.QualifiedName ?? value.Text;
        if (name is not null)
        {
            return NamedType(name[(name.LastIndexOf('.') + 1)..]) ?? standard;
        }

        if (IsArray(value))
        {
            return value.Reference?.Get(ItemType).Text ?? standard;
        }

        if (value.Reference is { Kind: ObjectKind.List or ObjectKind.Tuple })
        {
            return depth < MostDimensions ? TypeOfItems(ElementOf(value), standard, depth + 1) : standard;
        }

        return value switch
        {
            { Kind: ValueKind.Bool } => "b1",
            { Kind: ValueKind.Int } or { Reference.Kind: ObjectKind.Int or ObjectKind.Range } => "i8",
            { Kind: ValueKind.Float } or { Reference.Kind: ObjectKind.Float } => "f8",
            { Reference.Kind: ObjectKind.Str } => "U" + Math.Clamp(value.Reference?.LeafLength.High ?? 1, 1, 10_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => standard,
        };
    }

    private static string? NamedType(string name) => name switch
    {
        "float" or "float64" or "double" or "float_" or "f8" or "d" => "f8",
        "float32" or "single" or "f4" or "f" => "f4",
        "float16" or "half" or "f2" => "f2",
        "int" or "int64" or "int_" or "intp" or "i8" or "q" or "datetime64" or "timedelta64" => "i8",
        "int32" or "intc" or "i4" or "i" => "i4",
        "int16" or "short" or "i2" or "h" => "i2",
        "int8" or "byte" or "i1" => "i1",
        "uint64" or "u8" or "uint" => "u8",
        "uint32" or "u4" => "u4",
        "uint16" or "u2" => "u2",
        "uint8" or "ubyte" or "u1" or "B" => "u1",
        "bool" or "bool_" or "?" or "b1" => "b1",
        "complex" or "complex128" or "c16" => "c16",
        "complex64" or "c8" => "c8",
        "object" or "object_" or "O" => "O8",
        "str" or "str_" or "U" => "U1",
        _ => name.Length > 1 && name[0] is 'U' or 'S' && long.TryParse(name.AsSpan(1), out _) ? name : name.TrimStart('<', '>', '=') is var plain && plain.Length < name.Length ? NamedType(plain) : null,
    };

    private static long ItemSize(string type)
    {
        const int BytesPerCharacter = 4;
        var size = long.TryParse(type.AsSpan(1), out var number) ? number : 8;
        return type[0] == 'U' ? size * BytesPerCharacter : size;
    }

    /// <summary>What arithmetic gives: the wider of two types; a whole number divided becomes a float.</summary>
    private static string Promote(string left, string right, bool divides)
    {
        var isFloat = left[0] is 'f' or 'c' || right[0] is 'f' or 'c' || divides;
        var size = Math.Max(ItemSize(left), ItemSize(right));
        if (left[0] == 'c' || right[0] == 'c')
        {
            return "c16";
        }

        if (!isFloat)
        {
            return ItemSize(left) >= ItemSize(right) ? left : right;
        }

        return left[0] == 'f' && right[0] == 'f' ? "f" + size.ToString(System.Globalization.CultureInfo.InvariantCulture) : divides || size > 4 ? "f8" : "f" + Math.Max(4, size).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Arithmetic and comparison item by item; null when neither is an array.</summary>
    private Value? CombineArrays(Value left, Value right, bool divides, bool compares, SyntaxNode node)
    {
        if (IsSeries(left) || IsSeries(right))
        {
            var items = CombineArrays(PlainOf(left), PlainOf(right), divides, compares, node);
            return items is { } array && IsArray(array) ? NewSeries(array, labelled: false, node) : Value.Unknown;
        }

        if (IsFrame(left) || IsFrame(right))
        {
            return CopyTable(IsFrame(left) ? left : right, RowsOf(IsFrame(left) ? left : right), labelled: false, compares ? "b1" : null, node);
        }

        if (!IsArray(left) && !IsArray(right))
        {
            return null;
        }

        if (DimensionsOf(left) is not { } a || DimensionsOf(right) is not { } b)
        {
            return IsArray(left) && DimensionsOf(left) is { } known ? NewArray(known, compares ? "b1" : TypeOfItems(left, "f8"), baseArray: null, node) : Value.Unknown;
        }

        // A plain number takes the array's type, unless it is a float and the array holds whole numbers.
        var (leftType, rightType) = (TypeOfItems(left, "f8"), TypeOfItems(right, "f8"));
        var type = compares ? "b1"
            : IsArray(left) && IsArray(right) ? Promote(leftType, rightType, divides)
            : Promote(IsArray(left) ? leftType : rightType, IsScalarOf(IsArray(left) ? leftType : rightType, IsArray(left) ? rightType : leftType), divides);
        return NewArray(Broadcast(a, b), type, baseArray: null, node);
    }

    private static string IsScalarOf(string array, string scalar) => array[0] is 'f' or 'c' || scalar[0] is not 'f' ? array : scalar;

    private static List<Quantity> Broadcast(List<Quantity> left, List<Quantity> right)
    {
        var dimensions = new List<Quantity>();
        for (var i = Math.Max(left.Count, right.Count); i > 0; i--)
        {
            var a = i <= left.Count ? left[^i] : Quantity.One;
            var b = i <= right.Count ? right[^i] : Quantity.One;
            dimensions.Add(a == Quantity.One ? b : b == Quantity.One ? a : Quantity.Max(a, b));
        }

        return dimensions;
    }

    private Value RunArrayWord(Word word, ModelNode node, ModelCall call)
    {
        var first = Run(node.Parts[0], call);
        var second = node.Parts.Length > 1 ? Run(node.Parts[1], call) : Value.Absent;
        switch (word)
        {
            case Word.Array:
                return ShapeFrom(first) is { } shape ? NewArray(shape, TypeOfItems(second, "f8"), baseArray: null, call.Node) : Value.Unknown;
            case Word.Like:
                return DimensionsOf(first) is { } same ? NewArray(same, TypeOfItems(second.IsAbsent || second.Kind == ValueKind.None ? first : second, "f8"), baseArray: null, call.Node) : Value.Unknown;
            case Word.ViewOf:
                return NewArrayView(first, second, call.Node);
            case Word.Elementwise:
                return CombineArrays(first, second, divides: node.Parts.Length > 2, compares: false, call.Node) ?? (DimensionsOf(first) is { Count: 0 } ? Value.Of(_heap.Allocate(ObjectKind.Float, call.Node, _frame.Context)) : CombineArrays(AsArray(first, call.Node), second, divides: false, compares: false, call.Node) ?? Value.Unknown);
            case Word.Elements:
                return Value.OfInt(DimensionsOf(first) is { } all ? Product(all) : Quantity.SomeLength);
            case Word.Volume:
                return Value.OfInt(ShapeFrom(first) is { } volume ? Product(volume) : Quantity.SomeLength);
            case Word.Rows:
                return Value.OfInt(DimensionsOf(first) is [var rows, ..] ? rows : Quantity.One);
            case Word.ShapeOf:
                return Value.Of(NewTuple([.. (DimensionsOf(first) ?? []).Select(static dimension => Value.OfInt(dimension))], call.Node));
            case Word.ItemBytes:
                return Value.OfInt(ItemSize(TypeOfItems(first, "f8")));
            case Word.RowOf:
                return ArrayItem(first, Value.OfInt(0), call.Node);
            case Word.Pinned when first.Reference is { } view:
                _heap.Set(view, BaseOfView, second);
                return first;
            case Word.ArangeCount:
                return Value.OfInt(ArangeCount(first, second, Run(node.Parts[2], call)));
            case Word.Table:
                var labelled = node.Parts.Length > 2 && Truth(Run(node.Parts[2], call), call.Node) != false;
                var items = node.Parts.Length > 3 ? Run(node.Parts[3], call) : Value.Absent;
                return CopyTable(first, NumberOf(second), labelled, items.IsAbsent ? null : TypeOfItems(items, "f8"), call.Node);
            case Word.PartOf:
                return ViewTable(first, NumberOf(second), call.Node);
            case Word.Joined:
                return JoinArrays(first, second, call.Node);
            case Word.Reduced:
                return ReduceArray(first, second, call.Node);
            default:
                return AsArray(first, call.Node);
        }
    }

    /// <summary>arange(stop), arange(start, stop, step): as many as a range has.</summary>
    private static Quantity ArangeCount(Value start, Value stop, Value step)
    {
        if (stop.IsAbsent)
        {
            return start.Kind == ValueKind.Int ? start.Number.AtLeastZero() : Quantity.SomeLength;
        }

        return start.Kind == ValueKind.Int && stop.Kind == ValueKind.Int && (step.IsAbsent || step.Kind == ValueKind.Int)
            ? new RangeValue(start.Number, stop.Number, step.IsAbsent ? Quantity.One : step.Number).Count
            : Quantity.SomeLength;
    }

    /// <summary>asarray: an array stays itself, anything else becomes one.</summary>
    private Value AsArray(Value value, SyntaxNode node) => IsArray(PlainOf(value)) ? PlainOf(value)
        : DimensionsOf(value) is { } dimensions ? NewArray(dimensions, TypeOfItems(value, "f8"), baseArray: null, node) : Value.Unknown;

    private Value NewArrayView(Value source, Value shape, SyntaxNode node)
    {
        if (source.Reference is not { } array || DimensionsOf(source) is not { } dimensions)
        {
            return Value.Unknown;
        }

        var seen = shape.IsAbsent ? dimensions : ShapeFrom(shape, Product(dimensions)) ?? dimensions;
        var owner = array.Get(BaseOfView).Reference ?? array;
        return NewArray(seen, TypeOfItems(source, "f8"), owner, node);
    }

    /// <summary>concatenate, stack and their like: all items of all arrays; along the first axis unless that is said.</summary>
    private Value JoinArrays(Value parts, Value axis, SyntaxNode node)
    {
        if (parts.Reference is not { Kind: ObjectKind.List or ObjectKind.Tuple } list)
        {
            return Value.Unknown;
        }

        List<Quantity>? joined = null;
        var along = axis is { Kind: ValueKind.Int, Number.IsExact: true } ? (int)axis.Number.Low : 0;
        var type = "f8";
        foreach (var slot in list.Slots)
        {
            var (part, times) = slot.Key switch
            {
                { Kind: SlotKind.Item } => (slot.Value, Quantity.One),
                { Kind: SlotKind.Group, Name: HeapObject held } => (Value.Of(held.Resolve()), slot.Value.Number),
                _ => (Value.Absent, Quantity.Zero),
            };
            if (part.IsAbsent || DimensionsOf(part) is not { Count: > 0 } dimensions)
            {
                continue;
            }

            var at = Math.Clamp(along < 0 ? along + dimensions.Count : along, 0, dimensions.Count - 1);
            type = joined is null ? TypeOfItems(part, "f8") : Promote(type, TypeOfItems(part, "f8"), divides: false);
            var size = dimensions[at] * times;
            joined ??= [.. dimensions.Select((dimension, i) => i == at ? Quantity.Zero : dimension)];
            if (at < joined.Count)
            {
                joined[at] += size;
            }
        }

        return joined is null ? Value.Unknown : NewArray(joined, type, baseArray: null, node);
    }

    /// <summary>sum, mean, max ...: a number, or an array that lacks the axis.</summary>
    private Value ReduceArray(Value source, Value axis, SyntaxNode node)
    {
        if (axis is { Kind: ValueKind.Int, Number: { IsExact: true, Low: var at } } && DimensionsOf(source) is { Count: > 1 } dimensions)
        {
            var index = (int)(at < 0 ? at + dimensions.Count : at);
            return NewArray([.. dimensions.Where((_, i) => i != index)], TypeOfItems(source, "f8"), baseArray: null, node);
        }

        return Value.Of(_heap.Allocate(ObjectKind.Float, node, _frame.Context));
    }

    /// <summary><c>a[key]</c>: slices see the data of the array, lists and arrays of indices copy it.</summary>
    private Value ArrayItem(Value source, Value key, SyntaxNode node)
    {
        if (source.Reference is not { } array || DimensionsOf(source) is not { } dimensions)
        {
            return Value.Unknown;
        }

        var keys = key.Reference is { Kind: ObjectKind.Tuple } tuple && tuple.GetMeta(Meta.Length) is { IsExact: true, Low: <= MostDimensions } count
            ? Enumerable.Range(0, (int)count.Low).Select(i => tuple.Get(SlotKey.Item(i))).ToList()
            : [key];
        var result = new List<Quantity>();
        var copies = false;
        var axis = 0;
        foreach (var one in keys)
        {
            if (one.Kind == ValueKind.None)
            {
                result.Add(Quantity.One);
                continue;
            }

            var length = axis < dimensions.Count ? dimensions[axis] : Quantity.SomeLength;
            axis++;
            if (one.Reference is { Payload: TypeModel { QualifiedName: "slice" } })
            {
                result.Add(SpanOf(one, length));
            }
            else if (DimensionsOf(one) is { Count: > 0 } chosen)
            {
                copies = true;
                var isMask = TypeOfItems(one, "i8")[0] == 'b';
                axis += isMask ? chosen.Count - 1 : 0;
                result.AddRange(isMask ? [new Quantity(0, Product(chosen).High)] : chosen);
            }
            else if (one.Kind is not (ValueKind.Int or ValueKind.Bool) && one.Reference is not { Kind: ObjectKind.Int })
            {
                return Value.Unknown;
            }
        }

        result.AddRange(dimensions.Skip(axis));
        var type = TypeOfItems(source, "f8");
        return result.Count == 0 ? Value.Of(_heap.Allocate(ObjectKind.Float, node, _frame.Context))
            : NewArray(result, type, copies ? null : array.Get(BaseOfView).Reference ?? array, node);
    }
}
