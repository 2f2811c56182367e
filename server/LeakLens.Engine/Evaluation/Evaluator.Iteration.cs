using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Iterators over the built-in types.</summary>
internal sealed partial class Evaluator
{
    /// <summary>The way of a loop's own decision to go on; positive numbers belong to comparisons.</summary>
    private const int GoesOn = -1;

    private HeapObject MakeIterator(Value iterable, SyntaxNode node)
    {
        iterable = IterableOf(iterable, node);
        if (iterable.Reference is { Kind: ObjectKind.Iterator or ObjectKind.Generator } already)
        {
            return already;
        }

        return NewStream(KindOfIteration(iterable), [iterable], node);
    }

    /// <summary>Takes one step. True and an item, false at the end, null and an item when it may have ended.</summary>
    private bool? Next(HeapObject iterator, SyntaxNode node, out Value item)
    {
        if (iterator.Kind == ObjectKind.Generator)
        {
            return NextOfGenerator(iterator, Value.None, node, out item);
        }

        if (iterator.Payload is not IteratorValue value)
        {
            item = Value.Unknown;
            return null;
        }

        var position = iterator.GetMeta(Meta.Position);
        if (value.Kind != IterationKind.Enumerate)
        {
            _heap.AddMeta(iterator, Meta.Position, Quantity.One);
        }

        switch (value.Kind)
        {
            case IterationKind.Count:
                item = CountAt(value, position, node);
                return true;
            case IterationKind.Enumerate:
                var inner = Next(InnerIterator(iterator, value.Sources[0], 0, node), node, out var element);
                item = Numbered(iterator, value, element, node);
                return inner;
            case IterationKind.Zip or IterationKind.ZipStrict:
                return NextOfAll(iterator, value, node, out item);
            case IterationKind.Map:
                return NextMapped(iterator, value, node, out item);
            case IterationKind.Protocol:
                return NextByProtocol(value.Sources[0], node, out item);
            case IterationKind.Items:
                return NextByIndex(value.Sources[0], position, node, out item);
            case IterationKind.Over when IsExact && HasChangedSize(iterator, value.Sources[0], node):
                item = Value.Unknown;
                return null;
            case IterationKind.Over:
                var goesOn = NextOver(value.Sources[0], position, node, out item);
                if (goesOn == false)
                {
                    LetGoOfSources(iterator);
                }

                return goesOn;
            default:
                return NextOfRare(iterator, value, position, node, out item);
        }
    }

    private bool? NextOfRare(HeapObject iterator, IteratorValue value, Quantity position, SyntaxNode node, out Value item)
    {
        switch (value.Kind)
        {
            case IterationKind.ZipLongest:
                return NextOfLongest(iterator, value, node, out item);
            case IterationKind.Compress:
                return NextCompressed(iterator, value, node, out item);
            case IterationKind.Reversed:
                return NextFromEnd(value, position, out item);
            case IterationKind.Repeat:
                return NextRepeated(value, position, node, out item);
            case IterationKind.Fresh:
                return NextFresh(value, position, node, out item);
            case IterationKind.Chosen:
                return NextChosen(iterator, value, node, out item);
            case IterationKind.Product:
                item = Value.Of(NewTuple([.. value.Sources.SkipLast(1)], node));
                return DecideMore(position, NumberOf(value.Sources[^1]), node);
            case IterationKind.Parts:
                return NextPart(value, position, node, out item);
            case IterationKind.Calls:
                return NextCalled(value, node, out item);
            case IterationKind.Cycle:
                return NextOfCycle(iterator, value, node, out item);
            case IterationKind.Tee:
                return NextOfTee(iterator, value, node, out item);
            case IterationKind.GroupBy:
                return NextGroup(iterator, value, node, out item);
            case IterationKind.Matches:
                return NextMatch(iterator, value, node, out item);
            case IterationKind.Group when value.Sources[0].Reference is { } groups:
                if (IsExact && value.Sources[1].Number != groups.Get(GroupNumber).Number)
                {
                    // The next group was asked for: of this one nothing is left.
                    item = Value.Absent;
                    return false;
                }

                return NextOfGroup(groups, node, out item);
            default:
                return NextInPipeline(iterator, value, node, out item);
        }
    }

    private static bool? NextFromEnd(IteratorValue value, Quantity position, out Value item)
    {
        var at = value.Sources[1].Number - position - Quantity.One;
        item = at.Low < 0 ? Value.Absent
            : value.Sources[0].Reference is { Contents: EntryContents entries } ? entries.At((int)at.Low).Key
            : value.Sources[0].Reference?.Get(SlotKey.Item(at.Low)) ?? Value.Unknown;
        return at.Low >= 0;
    }

    private Value CountAt(IteratorValue value, Quantity position, SyntaxNode node)
    {
        var start = value.Sources.Count > 0 && value.Sources[0].Kind == ValueKind.Int ? value.Sources[0].Number : Quantity.Zero;
        var step = value.Sources.Count > 1 && value.Sources[1].Kind == ValueKind.Int ? value.Sources[1].Number : Quantity.One;
        return step == Quantity.One ? NewCount(start + position, node) : NewInt(start + (step * position), node);
    }

    private bool? NextOfAll(HeapObject iterator, IteratorValue value, SyntaxNode node, out Value item)
    {
        bool? all = true;
        var items = new Value[value.Sources.Count];
        for (var i = 0; i < items.Length && all != false; i++)
        {
            var one = Next(InnerIterator(iterator, value.Sources[i], i, node), node, out items[i]);
            all = one == false ? false : one is null ? null : all;
            if (one == false && IsExact && value.Kind == IterationKind.ZipStrict && _afterCall == Completion.Normal)
            {
                item = Value.Absent;
                return EndTogether(iterator, value, i, node);
            }
        }

        item = all == false ? Value.Absent : Value.Of(NewTuple(items, node));
        return all;
    }

    /// <summary>One of the sources is at its end: all the others have to be (zip_next in Python/bltinmodule.c).</summary>
    private bool EndTogether(HeapObject iterator, IteratorValue value, int ended, SyntaxNode node)
    {
        for (var i = ended + 1; ended == 0 && i < value.Sources.Count; i++)
        {
            if ((Next(InnerIterator(iterator, value.Sources[i], i, node), node, out _) ?? throw new NotDeterminedException()) && _afterCall == Completion.Normal)
            {
                RaiseNew("ValueError", Value.OfText($"zip() argument {i + 1} is longer than argument{(i == 1 ? " " : "s 1-")}{i}"), node);
            }

            if (_afterCall != Completion.Normal)
            {
                return false;
            }
        }

        if (ended > 0)
        {
            RaiseNew("ValueError", Value.OfText($"zip() argument {ended + 1} is shorter than argument{(ended == 1 ? " " : "s 1-")}{ended}"), node);
        }

        return false;
    }

    private bool? NextMapped(HeapObject iterator, IteratorValue value, SyntaxNode node, out Value item)
    {
        bool? all = true;
        var items = new Value[value.Sources.Count - 1];
        for (var i = 0; i < items.Length && all != false; i++)
        {
            var one = Next(InnerIterator(iterator, value.Sources[i + 1], i + 1, node), node, out items[i]);
            all = one == false ? false : one is null ? null : all;
        }

        item = all == false ? Value.Absent : Call(value.Sources[0], new CallArguments(items, []), node);
        return all;
    }

    /// <summary>iter(f, end): what the function returns, until that equals the end.</summary>
    private bool? NextCalled(IteratorValue value, SyntaxNode node, out Value item)
    {
        item = Call(value.Sources[0], CallArguments.None, node);
        if (_afterCall != Completion.Normal)
        {
            return true;
        }

        // A leap is sure that no byte is not some bytes: how many there are was decided where they were counted.
        if (BytesLength(item) is { } length && BytesLength(value.Sources[1]) == Quantity.Zero && (length.Low > 0 || length == Quantity.Zero))
        {
            return length.Low > 0;
        }

        return CompareValues(CompareOperator.NotEq, item, value.Sources[1], node);
    }

    private HeapObject InnerIterator(HeapObject outer, Value source, int index, SyntaxNode node)
    {
        var key = SlotKey.Item(index);
        if (outer.Get(key).Reference is { } existing)
        {
            return existing;
        }

        var made = MakeIterator(source, node);
        _heap.Set(outer, key, Value.Of(made));
        return made;
    }

    private bool? NextOver(Value source, Quantity position, SyntaxNode node, out Value item)
    {
        var (count, kind) = CountItems(source);
        var goes = Compare(position, count);
        if (goes == true)
        {
            Decide(node, GoesOn, count.Low == Quantity.FiniteUnknown ? Loops.GuardLog.Never : count.Low - position.High - 1);
        }
        else if (goes is null && _loop is { } loop)
        {
            loop.UnknownTripsLeft = count.HasFiniteHigh ? count.High - position.Low : count.High;
        }

        item = goes == false ? Value.Absent : ItemAt(source, kind, position, node);
        return goes;
    }

    private static bool? Compare(Quantity position, Quantity count) =>
        position.High < count.Low ? true : position.Low >= count.High ? false : null;

    private static (Quantity Count, ObjectKind? Kind) CountItems(Value source)
    {
        if (source.Kind is ValueKind.Text or ValueKind.ByteText)
        {
            return (source.Number, ObjectKind.Str);
        }

        if (source.Reference is not { } target)
        {
            return (Quantity.SomeLength, null);
        }

        return target.Kind switch
        {
            ObjectKind.Str or ObjectKind.Bytes => (target.LeafLength, target.Kind),
            ObjectKind.Range when target.Payload is RangeValue range => (range.Count, ObjectKind.Range),
            ObjectKind.List or ObjectKind.Tuple or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque or ObjectKind.ByteArray when !target.IsSummary =>
                (target.GetMeta(Meta.Length), target.Kind),
            _ => (Quantity.SomeLength, null),
        };
    }

    private Value ItemAt(Value source, ObjectKind? kind, Quantity position, SyntaxNode node)
    {
        if (position.IsExact && source.Reference?.Contents is { } contents)
        {
            if (position.Low >= contents.Count)
            {
                // It was filled with what is not known one by one.
                NotDetermined();
            }

            return contents is EntryContents entries ? entries.At((int)position.Low).Key : contents.Get(SlotKey.Item(position.Low));
        }

        switch (kind)
        {
            case ObjectKind.Range when source.Reference?.Payload is RangeValue range:
                return NewInt(range.Start + (range.Step * position), node);
            case ObjectKind.Str when KnownText(source) is { } text && position.IsExact && position.Low < text.Length:
                return CharacterAt(text, position.Low, node);
            case ObjectKind.Str or ObjectKind.Bytes when IsExact && source.Content is { } bytes && position.IsExact && position.Low < bytes.Length:
                return Value.OfInt(bytes[position.Low]);
            case ObjectKind.ByteArray when BytesIn(source.Reference) is { } array && position.IsExact && position.Low < array.Count:
                return Value.OfInt(array[(int)position.Low]);
            case ObjectKind.List or ObjectKind.Tuple when position.IsExact && source.Reference?.Get(SlotKey.Item(position.Low)) is { IsAbsent: false } known:
                return known;
            case ObjectKind.Dict when source.Reference is { } dict:
                return KeyAt(dict, position);
            case ObjectKind.Str when IsText(source):
                return SomeCharacterOf(source, node);
            case ObjectKind.Str or ObjectKind.Bytes when BytesLength(source) is not null:
                return Value.OfInt(new Quantity(0, byte.MaxValue));
            default:
                return ElementOf(source);
        }
    }

    /// <summary>One of the characters of a text: CPython keeps one string for each of Latin-1.</summary>
    private Value SomeCharacterOf(Value text, SyntaxNode node)
    {
        var kind = TextOf(text).Kind;
        return kind is StringKind.Ascii or StringKind.Latin1 ? Value.OfSharedText(Quantity.One) : NewStr(Quantity.One, kind, text: null, node);
    }

    private static Value KeyAt(HeapObject dict, Quantity position)
    {
        var index = 0;
        foreach (var slot in dict.Slots)
        {
            if (slot.Key.Kind == SlotKind.Key && !slot.Value.IsAbsent && position.IsExact && index++ == position.Low)
            {
                return slot.Key.Name is string text ? Value.OfText(text) : Value.OfInt(slot.Key.Number);
            }
        }

        return Value.Unknown;
    }

    /// <summary>Some element of a container: the join of all that it is known to hold.</summary>
    private static Value ElementOf(Value container)
    {
        if (container.Reference is not { } target)
        {
            return Value.Unknown;
        }

        var joined = Value.Absent;
        foreach (var slot in target.Slots)
        {
            if (slot.Key.Kind == SlotKind.Group && slot.Key.Name is HeapObject held && slot.Value.Number.High > 0)
            {
                joined = Value.Join(joined, ValueOf(held.Resolve()));
            }
            else if (slot.Key.Kind is SlotKind.Item or SlotKind.Key or SlotKind.Recent)
            {
                joined = Value.Join(joined, slot.Value);
            }
        }

        return joined.IsAbsent ? Value.Unknown : joined;
    }

    private static Value ValueOf(HeapObject target) => target.Kind switch
    {
        ObjectKind.Int => Value.OfInt(Quantity.AnyInteger, target),
        ObjectKind.Float => Value.Unknown,
        _ => Value.Of(target),
    };
}
