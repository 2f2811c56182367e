using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What programs read from tables, put into them, join of them and split them into.</summary>
internal sealed partial class Evaluator
{
    private Value RunTableIntrinsic(Intrinsic intrinsic, Value self, CallArguments arguments, SyntaxNode node)
    {
        switch (intrinsic)
        {
            case Intrinsic.Frame when self.Reference is { } frame:
                MakeFrame(frame, GivenOr(arguments, 0, "data"), node);
                return Value.None;
            case Intrinsic.Series when self.Reference is { } series:
                MakeSeries(series, GivenOr(arguments, 0, "data"), GivenOr(arguments, 2, "dtype"), node);
                return Value.None;
            case Intrinsic.TableItem:
                return TableItem(self, arguments[0], node);
            case Intrinsic.TableSetItem when self.Reference is { } table:
                SetColumn(table, arguments[0], arguments[1], node);
                return Value.None;
            case Intrinsic.TablePlace:
                return TablePlace(self.Reference?.Get(SlotKey.Attribute("source")) ?? Value.Unknown, arguments[0], node);
            case Intrinsic.TableGroups:
                return TableGroups(self, node);
            case Intrinsic.JoinTables:
                return JoinTables(arguments, node);
            default:
                return CallUnknown(arguments);
        }
    }

    private static Value GivenOr(CallArguments arguments, int position, string name) =>
        position < arguments.Positional.Count ? arguments.Positional[position] : arguments.Find(name);

    private void MakeSeries(HeapObject series, Value data, Value type, SyntaxNode node)
    {
        var plain = PlainOf(data);
        var named = type.IsAbsent ? null : TypeOfItems(type, "f8");
        var rows = plain.IsAbsent || plain.Kind == ValueKind.None ? Quantity.Zero : DimensionsOf(plain) is null ? Quantity.SomeLength
            : DimensionsOf(plain) is [var length, ..] ? length : Quantity.One;
        _heap.SetMeta(series, Meta.Bytes, SeriesBytes);
        if (IsArray(plain) && named is null)
        {
            _heap.Set(series, SeriesValues, plain);
        }
        else if (NewColumn(plain, rows, named, isBlock: false, node) is { } column)
        {
            _heap.Set(series, SeriesValues, Value.Of(column));
        }
    }

    /// <summary><c>table[key]</c>: a name gives the column itself, a list of names or a mask copies, a slice sees.</summary>
    private Value TableItem(Value self, Value key, SyntaxNode node)
    {
        if (key.Reference is { Payload: TypeModel { QualifiedName: "slice" } })
        {
            return ViewTable(self, SpanOf(key, RowsOf(self)), node);
        }

        // The comparison of an index, which is a list here, is a mask as well.
        if (IsFrame(key) || key.Kind == ValueKind.Bool || (DimensionsOf(PlainOf(key)) is { Count: > 0 } && TypeOfItems(PlainOf(key), "O8")[0] == 'b'))
        {
            return CopyTable(self, new Quantity(0, RowsOf(self).High), labelled: true, type: null, node);
        }

        if (IsSeries(self))
        {
            return SeriesItem(PlainOf(self), key, node);
        }

        if (self.Reference is not { } table || key.IsUnknown || table.Get(TableColumns).Reference is not { } columns)
        {
            return Value.Unknown;
        }

        if (key.Reference is { Kind: ObjectKind.List } names)
        {
            return SelectColumns(self, columns, names, node);
        }

        var column = EntryOf(columns, key, isLiteral: true);
        column = column.IsAbsent ? columns.GetMeta(Meta.Length).High > 0 ? AnyColumn(columns) : table.Get(TableBlock) : column;
        return IsArray(column) ? NewSeries(DimensionsOf(column) is { Count: > 1 } ? NewArrayView(column, Value.OfInt(RowsOf(self)), node) : column, labelled: false, node) : Value.Unknown;
    }

    private static Value AnyColumn(HeapObject columns)
    {
        foreach (var slot in columns.Slots)
        {
            var value = slot.Key is { Kind: SlotKind.Group, Name: HeapObject held } ? Value.Of(held.Resolve()) : slot.Value;
            if (IsArray(value))
            {
                return value;
            }
        }

        return Value.Unknown;
    }

    private Value SeriesItem(Value array, Value key, SyntaxNode node)
    {
        if (DimensionsOf(PlainOf(key)) is { Count: > 0 } chosen)
        {
            return NewColumn(array, chosen[0], type: null, isBlock: false, node) is { } column ? NewSeries(Value.Of(column), labelled: true, node) : Value.Unknown;
        }

        return TypeOfItems(array, "f8")[0] == 'O' ? ElementOf(array) : Value.Of(_heap.Allocate(ObjectKind.Float, node, _frame.Context));
    }

    private Value SelectColumns(Value self, HeapObject columns, HeapObject names, SyntaxNode node)
    {
        var rows = RowsOf(self);
        var chosen = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        var count = names.GetMeta(Meta.Length);
        for (var i = 0L; count is { IsExact: true, Low: < 100 } && i < count.Low; i++)
        {
            var name = ItemOf(names, i);
            if (EntryOf(columns, name, isLiteral: true) is { IsAbsent: false } column)
            {
                SetKey(chosen, name, column, node, isLiteral: true);
            }
        }

        if (chosen.GetMeta(Meta.Length) != count)
        {
            return CopyTable(self, rows, labelled: false, type: null, node);
        }

        var frame = NewFrame(rows, labelled: false, node);
        FillColumns(frame, chosen, rows, type: null, node);
        return Value.Of(frame);
    }

    /// <summary><c>table[name] = values</c>: the column is copied into a block of its own.</summary>
    private void SetColumn(HeapObject table, Value key, Value value, SyntaxNode node)
    {
        if (!IsFrame(Value.Of(table)) || !IsText(key) || table.Get(TableColumns).Reference is not { } columns)
        {
            ShareArguments(new CallArguments([value], []));
            return;
        }

        var rows = RowsOf(Value.Of(table));
        if (rows == Quantity.Zero && DimensionsOf(PlainOf(value)) is [var first, ..])
        {
            rows = first;
            _heap.Set(table, TableRows, Value.OfInt(rows));
        }

        if (NewColumn(value, rows, type: null, isBlock: true, node) is { } column)
        {
            SetKey(columns, key, Value.Of(column), node, isLiteral: KnownText(key) is not null);
        }
    }

    /// <summary><c>table.iloc[key]</c>, <c>table.loc[key]</c>.</summary>
    private Value TablePlace(Value table, Value key, SyntaxNode node)
    {
        if (key.Reference is { Kind: ObjectKind.Tuple } both)
        {
            var (rows, column) = (both.Get(SlotKey.Item(0)), both.Get(SlotKey.Item(1)));
            var picked = IsText(column) || column.Reference is { Kind: ObjectKind.List } ? TableItem(table, column, node) : table;
            return column.Kind == ValueKind.Int && DimensionsOf(PlainOf(rows)) is { Count: > 0 } ? Value.Unknown : TablePlace(picked, rows, node);
        }

        if (IsSeries(table) || key.Reference is { Payload: TypeModel { QualifiedName: "slice" } })
        {
            return TableItem(table, key, node);
        }

        if (DimensionsOf(PlainOf(key)) is not { } chosen)
        {
            return Value.Unknown;
        }

        if (chosen.Count > 0)
        {
            var isMask = TypeOfItems(PlainOf(key), "i8")[0] == 'b';
            return CopyTable(table, isMask ? new Quantity(0, RowsOf(table).High) : chosen[0], labelled: true, type: null, node);
        }

        var width = DimensionsOf(table) is [_, var columns] ? columns : Quantity.SomeLength;
        return NewSeries(NewArray([width], "f8", OnlyBlockOf(table), node), labelled: false, node);
    }

    /// <summary>Where all columns lie in one array, a row looks into that: pandas' BlockManager.fast_xs.</summary>
    private static HeapObject? OnlyBlockOf(Value table) => table.Reference is { } frame && IsFrame(table) && frame.Get(TableBlock) is var block && IsArray(block)
        && frame.Get(TableColumns).Reference?.GetMeta(Meta.Length) is not { High: > 0 } ? block.Reference?.Get(BaseOfView).Reference ?? block.Reference : null;

    /// <summary>for key, part in table.groupby(...): as many parts as the keys have values, with all rows between them.</summary>
    private Value TableGroups(Value self, SyntaxNode node)
    {
        if (self.Reference is not { } groups)
        {
            return Value.Unknown;
        }

        var (table, key) = (groups.Get(SlotKey.Attribute("source")), groups.Get(SlotKey.Attribute("by")));
        var column = IsText(key) ? PlainOf(TableItem(table, key, node)) : PlainOf(key);
        var rows = RowsOf(table);
        var distinct = column.Reference?.Get(DistinctItems) is { Kind: ValueKind.Int } known ? Quantity.Min(known.Number, rows) : new Quantity(0, rows.High);
        var each = distinct is { IsExact: true, Low: > 0 } ? Quantity.FloorDivide(rows, distinct.Low) : Quantity.SomeLength;
        var isNumber = TypeOfItems(column, "O8")[0] is 'i' or 'u';
        return Value.Of(NewStream(IterationKind.Parts, [table, Value.OfInt(distinct), Value.OfInt(each), Value.OfBool(isNumber)], node));
    }

    private bool? NextPart(IteratorValue value, Quantity position, SyntaxNode node, out Value item)
    {
        var key = value.Sources[3] is { Kind: ValueKind.Bool, Number: { IsExact: true, Low: 1 } } ? NewInt(position, node) : Value.Unknown;
        item = Value.Of(NewTuple([key, CopyTable(value.Sources[0], value.Sources[2].Number, labelled: true, type: null, node)], node));
        return DecideMore(position, value.Sources[1].Number, node);
    }

    /// <summary>concat(tables): all rows of all tables, anew.</summary>
    private Value JoinTables(CallArguments arguments, SyntaxNode node)
    {
        var parts = GivenOr(arguments, 0, "objs");
        var sideBySide = GivenOr(arguments, 1, "axis") is { IsAbsent: false } axis && axis is not { Kind: ValueKind.Int, Number: { IsExact: true, Low: 0 } };
        parts = parts.Reference is { Kind: ObjectKind.Generator or ObjectKind.Iterator } ? NewContainer(Word.List, parts, node) : parts;
        if (sideBySide || parts.Reference is not { Kind: ObjectKind.List or ObjectKind.Tuple } list)
        {
            return CallUnknown(arguments);
        }

        var (rows, first) = (Quantity.Zero, Value.Absent);
        foreach (var slot in list.Slots)
        {
            var (part, times) = slot.Key switch
            {
                { Kind: SlotKind.Item or SlotKind.Recent } => (slot.Value, Quantity.One),
                { Kind: SlotKind.Group, Name: HeapObject held } => (Value.Of(held.Resolve()), slot.Value.Number),
                _ => (Value.Absent, Quantity.Zero),
            };
            if (part.IsUnknown || part.Kind == ValueKind.Union)
            {
                return Value.Unknown;
            }

            first = IsFrame(part) || IsSeries(part) ? part : first;
            rows += IsFrame(part) || IsSeries(part) ? RowsOf(part) * times : Quantity.Zero;
        }

        var labelled = Truth(arguments.Find("ignore_index"), node) != true || arguments.Find("ignore_index").IsAbsent;
        return first.IsAbsent ? Value.Unknown : CopyTable(first, rows, labelled, type: null, node);
    }
}
