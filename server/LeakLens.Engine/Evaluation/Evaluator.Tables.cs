using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Tables of pandas: a DataFrame holds a dict of columns, each an array of numpy, or one array of two dimensions whose
/// columns have no names that are known; a Series holds one array.
/// </summary>
internal sealed partial class Evaluator
{
    private const string FrameType = "pandas.DataFrame";
    private const string SeriesType = "pandas.Series";
    private const long FrameBytes = 200;
    private const long SeriesBytes = 750;

    /// <summary>Blocks, their places, and the labels that a table builds for each type of its columns.</summary>
    private const long BlockBytes = 1_250;
    private const long LabelBytes = 8;
    private static readonly SlotKey TableColumns = SlotKey.Attribute("<columns>");
    private static readonly SlotKey TableBlock = SlotKey.Attribute("<block>");
    private static readonly SlotKey TableRows = SlotKey.Attribute("<rows>");
    internal static readonly SlotKey SeriesValues = SlotKey.Attribute("<values>");
    private static readonly SlotKey DistinctItems = SlotKey.Attribute("<distinct>");

    private static bool IsFrame(Value value) => value.Reference is { Kind: ObjectKind.Opaque, Payload: TypeModel { QualifiedName: FrameType } };

    private static bool IsSeries(Value value) => value.Reference is { Kind: ObjectKind.Opaque, Payload: TypeModel { QualifiedName: SeriesType } };

    /// <summary>The array of a series; anything else as it is.</summary>
    private static Value PlainOf(Value value) => IsSeries(value) ? value.Reference?.Get(SeriesValues) ?? value : value;

    private static Quantity RowsOf(Value table) =>
        IsFrame(table) ? NumberOf(table.Reference?.Get(TableRows) ?? Value.Absent)
        : DimensionsOf(PlainOf(table)) is [var rows, ..] ? rows : Quantity.SomeLength;

    /// <summary>How much an array or a table has of its own; null of anything else.</summary>
    internal static Quantity? BytesOfTable(Value value)
    {
        if (value.Reference is not { } target || !(IsArray(value) || IsSeries(value) || IsFrame(value)))
        {
            return null;
        }

        return IsArray(value) ? target.GetMeta(Meta.Bytes) : IsSeries(value) ? BytesOfTable(PlainOf(value)) : RowsOf(value);
    }

    /// <summary>How many rows a table has; null of anything else.</summary>
    internal static Quantity? RowsOfTable(HeapObject target) => target.Get(TableRows) is { Kind: ValueKind.Int } rows ? rows.Number : null;

    private HeapObject NewFrame(Quantity rows, bool labelled, SyntaxNode node)
    {
        var frame = _heap.Allocate(ObjectKind.Opaque, node, _frame.Context, Models.FindType(FrameType));
        FillFrame(frame, rows, labelled, node);
        return frame;
    }

    private void FillFrame(HeapObject frame, Quantity rows, bool labelled, SyntaxNode node)
    {
        _heap.SetMeta(frame, Meta.Bytes, FrameBytes + (labelled ? rows * LabelBytes : Quantity.Zero));
        _heap.Set(frame, TableRows, Value.OfInt(rows));
        _heap.Set(frame, TableColumns, Value.Of(_heap.Allocate(ObjectKind.Dict, node, _frame.Context)));
    }

    private Value NewSeries(Value array, bool labelled, SyntaxNode node)
    {
        var series = _heap.Allocate(ObjectKind.Opaque, node, _frame.Context, Models.FindType(SeriesType));
        _heap.SetMeta(series, Meta.Bytes, SeriesBytes + (labelled ? RowsOf(array) * LabelBytes : Quantity.Zero));
        _heap.Set(series, SeriesValues, array);
        return Value.Of(series);
    }

    /// <summary>New data for one column: what an object column refers to is shared with its source.</summary>
    private HeapObject? NewColumn(Value source, Quantity rows, string? type, bool isBlock, SyntaxNode node)
    {
        var plain = PlainOf(source);
        var items = type ?? TypeOfItems(plain, DimensionsOf(plain) is null || plain.Kind == ValueKind.None ? "f8" : "O8");
        items = items[0] == 'U' ? "O8" : items;
        if (NewArray([rows], items, baseArray: null, node).Reference is not { } array)
        {
            return null;
        }

        if (isBlock)
        {
            _heap.AddMeta(array, Meta.Bytes, BlockBytes);
        }

        if (items[0] == 'O')
        {
            CopyReferences(plain, array, rows);
        }
        else if (plain.Reference?.Get(DistinctItems) is { IsAbsent: false } distinct)
        {
            _heap.Set(array, DistinctItems, distinct);
        }

        return array;
    }

    private void CopyReferences(Value source, HeapObject array, Quantity rows)
    {
        if (source.Reference is not { Kind: ObjectKind.List or ObjectKind.Tuple or ObjectKind.Opaque } items)
        {
            Hold(array, source, rows);
            return;
        }

        foreach (var slot in items.Slots.ToArray())
        {
            if (slot.Key is { Kind: SlotKind.Group, Name: HeapObject held })
            {
                Hold(array, Value.Of(held.Resolve()), slot.Value.Number);
            }
            else if (slot.Key.Kind is SlotKind.Item or SlotKind.Recent)
            {
                Hold(array, slot.Value, Quantity.One);
            }
        }
    }

    /// <summary>DataFrame(data): from a dict of columns, a list of records, arrays, another table.</summary>
    private void MakeFrame(HeapObject frame, Value data, SyntaxNode node)
    {
        if (IsFrame(data) && data.Reference is { } other)
        {
            FillFrame(frame, RowsOf(data), labelled: false, node);
            _heap.Set(frame, TableColumns, other.Get(TableColumns));
            _heap.Set(frame, TableBlock, other.Get(TableBlock));
        }
        else if (data.Reference is { Kind: ObjectKind.Dict } columns)
        {
            var rows = LongestColumn(columns);
            FillFrame(frame, rows, labelled: false, node);
            FillColumns(frame, columns, rows, type: null, node);
        }
        else if (data.Reference is { Kind: ObjectKind.List or ObjectKind.Tuple } && ElementOf(data) is { Reference: { Kind: ObjectKind.Dict } record })
        {
            var rows = CountItems(data).Count;
            FillFrame(frame, rows, labelled: false, node);
            FillColumns(frame, record, rows, type: null, node);
        }
        else
        {
            MakeBlock(frame, data, node);
        }
    }

    /// <summary>A table over one array: it sees the array's data.</summary>
    private void MakeBlock(HeapObject frame, Value data, SyntaxNode node)
    {
        var rows = data.IsAbsent || data.Kind == ValueKind.None ? Quantity.Zero : RowsOf(data);
        FillFrame(frame, rows, labelled: false, node);
        _heap.AddMeta(frame, Meta.Bytes, BlockBytes);
        if (IsArray(PlainOf(data)))
        {
            _heap.Set(frame, TableBlock, PlainOf(data));
        }
        else if (DimensionsOf(data) is { Count: > 0 } dimensions)
        {
            var type = TypeOfItems(data, "f8");
            _heap.Set(frame, TableBlock, NewArray(dimensions, type[0] == 'U' ? "O8" : type, baseArray: null, node));
        }
    }

    private static Quantity LongestColumn(HeapObject columns)
    {
        var rows = Quantity.Zero;
        foreach (var slot in columns.Slots)
        {
            var value = slot.Key is { Kind: SlotKind.Group, Name: HeapObject held } ? Value.Of(held.Resolve()) : slot.Key.Kind == SlotKind.Key ? slot.Value : Value.Absent;
            if (!value.IsAbsent && value.Reference is not { Kind: ObjectKind.Str })
            {
                rows = Quantity.Max(rows, DimensionsOf(PlainOf(value)) is null ? Quantity.SomeLength : DimensionsOf(PlainOf(value)) is [var length, ..] ? length : Quantity.One);
            }
        }

        return rows;
    }

    /// <summary>Columns like those of a dict, with data of their own; columns of one type share a block.</summary>
    private void FillColumns(HeapObject frame, HeapObject source, Quantity rows, string? type, SyntaxNode node)
    {
        if (frame.Get(TableColumns).Reference is not { } columns)
        {
            return;
        }

        // One summary tells of many records at once: each has its share of the columns.
        var each = source.IsSummary ? source.GetMeta(Meta.Count) : Quantity.One;
        var length = each is { IsExact: true, Low: > 1 } ? Quantity.FloorDivide(source.GetMeta(Meta.Length), each.Low) : source.GetMeta(Meta.Length);
        SetTable(columns, length, length);
        _heap.SetMeta(columns, Meta.MixedKeys, source.GetMeta(Meta.MixedKeys));
        var blocks = new HashSet<string>(StringComparer.Ordinal);
        var known = Quantity.Zero;
        foreach (var slot in source.Slots.ToArray())
        {
            if (slot.Key.Kind == SlotKind.Key && NewColumn(slot.Value, rows, type, isBlock: false, node) is { } column)
            {
                _heap.AddMeta(column, Meta.Bytes, blocks.Add(column.Get(ItemType).Text ?? string.Empty) ? BlockBytes : 0);
                _heap.Set(columns, slot.Key, Value.Of(column));
                known += Quantity.One;
            }
            else if (slot.Key is { Kind: SlotKind.Group, Name: HeapObject held })
            {
                var times = each is { IsExact: true, Low: > 1 } ? Quantity.FloorDivide(slot.Value.Number, each.Low) : slot.Value.Number;
                FillGroup(columns, held.Resolve(), times, rows, type, node);
                known += held.Resolve().Kind == ObjectKind.Str ? Quantity.Zero : times;
            }
        }

        // Numbers that are kept without an object of their own leave no trace in a summary.
        if (source.IsSummary && length.IsExact && known.IsExact && length.Low > known.Low && NewColumn(Value.Unknown, rows, type, isBlock: true, node) is { } number)
        {
            Hold(columns, Value.Of(number), Quantity.One);
            _heap.AddMeta(number, Meta.Bytes, (length - known - Quantity.One) * (rows * 8));
        }
    }

    private void FillGroup(HeapObject columns, HeapObject held, Quantity times, Quantity rows, string? type, SyntaxNode node)
    {
        var birth = _heap.ObjectCount;
        var copied = held.Kind == ObjectKind.Str ? held : NewColumn(Value.Of(held), rows, type, isBlock: true, node);
        if (copied is not null)
        {
            Hold(columns, Replicate(Value.Of(copied), times, birth), times);
        }
    }

    /// <summary>A table with the columns of another, so many rows, and data of its own.</summary>
    private Value CopyTable(Value source, Quantity rows, bool labelled, string? type, SyntaxNode node)
    {
        if (IsSeries(source))
        {
            return NewColumn(source, rows, type, isBlock: false, node) is { } column ? NewSeries(Value.Of(column), labelled, node) : Value.Unknown;
        }

        if (!IsFrame(source) || source.Reference is not { } table)
        {
            return Value.Unknown;
        }

        var frame = NewFrame(rows, labelled, node);
        if (table.Get(TableBlock) is { IsAbsent: false } block && DimensionsOf(block) is { Count: > 0 } dimensions)
        {
            _heap.AddMeta(frame, Meta.Bytes, BlockBytes);
            _heap.Set(frame, TableBlock, NewArray([rows, .. dimensions.Skip(1)], type ?? TypeOfItems(block, "f8"), baseArray: null, node));
        }

        if (table.Get(TableColumns).Reference is { } columns)
        {
            FillColumns(frame, columns, rows, type, node);
        }

        return Value.Of(frame);
    }

    /// <summary>Some rows of a table, seen and not copied: the whole table lives as long as they do.</summary>
    private Value ViewTable(Value source, Quantity rows, SyntaxNode node)
    {
        if (IsSeries(source))
        {
            return NewSeries(NewArrayView(PlainOf(source), Value.OfInt(rows), node), labelled: false, node);
        }

        if (!IsFrame(source) || source.Reference is not { } table)
        {
            return Value.Unknown;
        }

        var frame = NewFrame(rows, labelled: false, node);
        _heap.AddMeta(frame, Meta.Bytes, BlockBytes);
        _heap.Set(frame, BaseOfView, Value.Of(table.Get(BaseOfView).Reference ?? table));
        _heap.Set(frame, TableColumns, table.Get(TableColumns));
        _heap.Set(frame, TableBlock, table.Get(TableBlock));
        return Value.Of(frame);
    }
}
