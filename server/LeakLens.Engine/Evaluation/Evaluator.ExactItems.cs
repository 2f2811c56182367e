using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Lists and deques whose items are known one by one.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Longer products of a list are counted, not listed.</summary>
    private const long MostRepeated = 200_000;

    private void AddItem(HeapObject container, ItemContents items, int index, Value value, SyntaxNode node, string operation)
    {
        if (container.Get(SlotKey.Attribute(MaxLengthSlot)) is { Kind: ValueKind.Int, Number: { HasFiniteHigh: true } limit } && items.Count >= limit.Low)
        {
            if (limit.Low <= 0)
            {
                return;
            }

            // A full deque lets go of what is at its other end.
            RemoveAt(container, items, index == 0 ? items.Count - 1 : 0);
            index = Math.Min(index, items.Count);
        }

        items.Insert(index, value);
        _heap.NoteCopied(1);
        Grow(container, Quantity.One, node, operation);
        if (container.Payload is Library.TypeModel { Order: "least" })
        {
            SiftUp(items, items.Count - 1, node);
        }
    }

    private Value RemoveAt(HeapObject container, ItemContents items, int index)
    {
        _growths.Releases(container);
        _heap.AddMeta(container, Meta.Length, -1);
        return items.RemoveAt(index);
    }

    /// <summary>Takes out the item at an index, or the least one of a heap when there is no index.</summary>
    private Value RemoveItem(HeapObject list, ItemContents items, Value index)
    {
        if (items.Count == 0)
        {
            return RaiseNew("IndexError", Value.OfText(list.Kind == ObjectKind.Deque ? "pop from an empty deque" : "pop from empty list"), list.Site.Node);
        }

        if (index.Kind != ValueKind.Int || !index.Number.IsExact)
        {
            NotDetermined();
        }

        var at = index.Number.Low < 0 ? index.Number.Low + items.Count : index.Number.Low;
        return at >= 0 && at < items.Count
            ? RemoveAt(list, items, (int)at)
            : RaiseNew("IndexError", Value.OfText("pop index out of range"), list.Site.Node);
    }

    private void ReplaceExactly(HeapObject list, ItemContents items, Value index, Value value, SyntaxNode node)
    {
        if (index.Kind is not (ValueKind.Int or ValueKind.Bool) || !index.Number.IsExact)
        {
            NotDetermined();
        }

        var at = index.Number.Low < 0 ? index.Number.Low + items.Count : index.Number.Low;
        if (at < 0 || at >= items.Count)
        {
            RaiseNew("IndexError", Value.OfText("list assignment index out of range"), node);
            return;
        }

        if (IsFree(items[(int)at]) && !IsFree(value))
        {
            _growths.Grew(list, node, _loop, "item assignment", Quantity.One, _frame.Context, value);
        }

        Leave(items[(int)at], value);
        items[(int)at] = value;
    }

    /// <summary>What takes no memory of its own, as that which <c>[None] * n</c> and <c>[0] * n</c> hold.</summary>
    private static bool IsFree(Value value) => value.Kind is ValueKind.None or ValueKind.Bool || (value.Kind == ValueKind.Int && value.Number is { Low: >= -5, High: <= 256 });

    private bool TryExtendExactly(HeapObject container, Value source, SyntaxNode node)
    {
        if (source.Reference is { Kind: ObjectKind.Instance } or { Kind: ObjectKind.Opaque or ObjectKind.ByteArray, Payload: Library.TypeModel, Known: not ByteBuffer })
        {
            IterateInto(container, node, source, item => AddFrom(container, item, node));
            return true;
        }

        if (container.Contents is EntryContents && source.Reference is { Kind: ObjectKind.Dict, Contents: EntryContents entries } && container.Kind == ObjectKind.Dict)
        {
            CopyEntries(entries, container, node);
            return true;
        }

        if (ItemsOf(source, node) is not { } items)
        {
            return false;
        }

        if (container.Contents is ItemContents into && container.Get(SlotKey.Attribute(MaxLengthSlot)).IsAbsent)
        {
            AddAll(container, into, items, node);
            return true;
        }

        if (container is { Kind: ObjectKind.Set, Contents: EntryContents held } && source.Reference is { Kind: ObjectKind.Set or ObjectKind.Dict })
        {
            _heap.SetMeta(container, Meta.Places, Sizes.ContainerSizes.MergedPlaces(held.Count, container.GetMeta(Meta.Places).High, items.Count));
        }

        foreach (var item in items)
        {
            if (AddFrom(container, item, node) is var left and not Completion.Normal)
            {
                _afterCall = left;
                break;
            }
        }

        return true;
    }

    private void AddAll(HeapObject container, ItemContents into, List<Value> items, SyntaxNode node)
    {
        if (items.Count == 0)
        {
            return;
        }

        NoteCopied(items.Count);
        var isFirst = into.Count == 0 && container.Kind == ObjectKind.List;
        into.Splice(into.Count, 0, items);
        Grow(container, items.Count, node, "extend");
        if (isFirst)
        {
            SetTable(container, items.Count, RoundUpToEven(items.Count));
        }
    }

    /// <summary>A new container of the kind of <paramref name="source"/> with these items.</summary>
    private HeapObject NewSequence(HeapObject source, List<Value> items, SyntaxNode node)
    {
        if (source.Kind == ObjectKind.Tuple)
        {
            return NewTuple(items, node);
        }

        return source.Kind == ObjectKind.Deque ? NewOrdered(ObjectKind.Deque, [.. items], items.Count, node) : NewList([.. items], items.Count, node);
    }

    private HeapObject NewList(Value[] items, Quantity capacity, SyntaxNode node) => NewOrdered(ObjectKind.List, items, capacity, node);

    private HeapObject NewOrdered(ObjectKind kind, Value[] items, Quantity capacity, SyntaxNode node)
    {
        var created = _heap.Allocate(kind, node, _frame.Context);
        (created.Contents as ItemContents)?.Replace(items);
        _heap.NoteCopied(items.Length);
        SetTable(created, items.Length, capacity);
        return created;
    }

    private Value SliceExactly(HeapObject source, ReadOnlySpan<Value> items, Value lower, Value upper, Value step, SyntaxNode node)
    {
        if (BoundsOf(items.Length, lower, upper, step) is not var (start, count, stride))
        {
            return Value.Unknown;
        }

        if (source.Kind == ObjectKind.Tuple && count == items.Length && stride == 1)
        {
            return Value.Of(source);
        }

        NoteCopied(count);
        var part = new List<Value>(count);
        for (var i = 0; i < count; i++)
        {
            part.Add(items[(int)(start + (i * stride))]);
        }

        return Value.Of(NewSequence(source, part, node));
    }

    /// <summary>The first index, how many, and the step of a slice, as <c>slice.indices</c> computes them.</summary>
    private static (long Start, int Count, long Step)? BoundsOf(long length, Value lower, Value upper, Value step)
    {
        if ((!lower.IsAbsent && lower is not { Kind: ValueKind.Int, Number.IsExact: true }) || (!upper.IsAbsent && upper is not { Kind: ValueKind.Int, Number.IsExact: true })
            || (!step.IsAbsent && step is not { Kind: ValueKind.Int, Number.IsExact: true }))
        {
            throw new NotDeterminedException();
        }

        var stride = step.IsAbsent ? 1 : step.Number.Low;
        if (stride == 0)
        {
            return null;
        }

        var (least, most) = stride < 0 ? (-1L, length - 1) : (0L, length);
        var start = lower.IsAbsent ? stride < 0 ? most : least : Math.Clamp(lower.Number.Low < 0 ? lower.Number.Low + length : lower.Number.Low, least, most);
        var stop = upper.IsAbsent ? stride < 0 ? least : most : Math.Clamp(upper.Number.Low < 0 ? upper.Number.Low + length : upper.Number.Low, least, most);
        var count = stride < 0 ? (start - stop - stride - 1) / -stride : (stop - start + stride - 1) / stride;
        return (start, (int)Math.Max(0, count), stride);
    }

    private void DeleteSlice(HeapObject list, ItemContents items, Slice slice)
    {
        var (lower, upper, step) = EvaluateBounds(slice);
        if (BoundsOf(items.Count, lower, upper, step) is not var (start, count, stride) || count == 0)
        {
            return;
        }

        _growths.Releases(list);
        if (stride == 1)
        {
            items.Splice((int)start, count, []);
        }
        else
        {
            var (first, last) = stride < 0 ? (start + ((count - 1) * stride), start) : (start, start + ((count - 1) * stride));
            var kept = items.All.ToArray().Where((_, i) => i < first || i > last || (i - first) % stride != 0);
            items.Replace([.. kept]);
        }

        _heap.AddMeta(list, Meta.Length, -count);
    }

    private bool TrySetSlice(HeapObject list, ItemContents items, Value lower, Value upper, Value step, Value value, SyntaxNode node)
    {
        if (DrawItems(value, node) is not { } added || BoundsOf(items.Count, lower, upper, step) is not var (start, count, stride))
        {
            return false;
        }

        if (count > 0)
        {
            _growths.Releases(list);
        }

        if (stride != 1)
        {
            for (var i = 0; i < count && i < added.Count; i++)
            {
                items[(int)(start + (i * stride))] = added[i];
            }

            return true;
        }

        items.Splice((int)start, count, added);
        _heap.AddMeta(list, Meta.Length, -count);
        if (added.Count > 0)
        {
            Grow(list, added.Count, node, "extend");
        }

        return true;
    }

    private void NoteCopied(int items)
    {
        const int ItemsPerStep = 16;
        _budget.Step(1 + (items / ItemsPerStep));
        _heap.NoteCopied(items);
    }

    /// <summary>No Counter, no defaultdict, no OrderedDict, no view of a dict, no instance of a class of the program.</summary>
    private static bool IsPlain(HeapObject container) =>
        container.Payload is null && container.Get(SlotKey.Attribute(CounterSlot)).IsAbsent && container.Get(SlotKey.Attribute(FactorySlot)).IsAbsent;

    private HeapObject? CopyExactly(HeapObject source, Value left, Value right, SyntaxNode node)
    {
        if (source.Kind is ObjectKind.Dict or ObjectKind.Set)
        {
            if (source.Kind == ObjectKind.Dict && !right.IsAbsent && !(IsPlain(source) && right.Reference is { Kind: ObjectKind.Dict } other && IsPlain(other)))
            {
                // What comes of an OrderedDict, a Counter or a defaultdict is one itself.
                throw new NotDeterminedException();
            }

            var copy = _heap.Allocate(source.Kind, node, _frame.Context);
            Extend(copy, left, node);
            if (!right.IsAbsent)
            {
                Extend(copy, right, node);
            }

            return copy;
        }

        if (ItemsOf(left, node) is not { } items || (right.IsAbsent ? [] : ItemsOf(right, node)) is not { } more)
        {
            return null;
        }

        NoteCopied(items.Count + more.Count);
        items.AddRange(more);
        return NewSequence(source, items, node);
    }

    private HeapObject? RepeatExactly(HeapObject sequence, Value value, Quantity times, SyntaxNode node)
    {
        if (!times.IsExact || ItemsOf(value, node) is not { } items || items.Count * times.Low > MostRepeated)
        {
            return null;
        }

        NoteCopied((int)(items.Count * times.Low));
        var all = new List<Value>((int)(items.Count * times.Low));
        for (var i = 0L; i < times.Low; i++)
        {
            all.AddRange(items);
        }

        return NewSequence(sequence, all, node);
    }

    private bool? HoldsItem(List<Value> items, Value item, SyntaxNode node)
    {
        _budget.Step(1 + (items.Count / 8));
        foreach (var one in items)
        {
            if (IsSameOrEqual(one, item, node) is not false and var same)
            {
                return same;
            }
        }

        return false;
    }

    /// <summary><c>*values</c> in a display that has so many items by now.</summary>
    /// <returns>How many come.</returns>
    private Quantity HoldRepeated(HeapObject display, Quantity length, Value values, SyntaxNode node)
    {
        if (display.Contents is ItemContents shown && length == shown.Count && values.Reference?.Contents is ItemContents repeated)
        {
            NoteDrawn(repeated.Count);
            _heap.NoteCopied(repeated.Count);
            shown.Append(repeated.All);
            return repeated.Count;
        }

        if (IsExact && DrawItems(values, node) is { } drawn)
        {
            for (var i = 0; i < drawn.Count; i++)
            {
                _heap.Set(display, SlotKey.Item(length.High + i), drawn[i]);
            }

            return drawn.Count;
        }

        var count = CountItems(values).Count;
        Hold(display, ElementOf(values), count);
        return count;
    }
}
