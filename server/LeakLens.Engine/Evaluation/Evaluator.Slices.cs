using System.Runtime.InteropServices;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Parts of lists and tuples.</summary>
internal sealed partial class Evaluator
{
    private Value GetSlice(Value container, Slice slice, Subscript subscript)
    {
        var (lower, upper, step) = EvaluateBounds(slice);
        if (container.Reference is not { Kind: ObjectKind.List or ObjectKind.Tuple } source)
        {
            return container.Reference is { } array ? SliceOfBytes(array, lower, upper, step, subscript) ?? Value.Unknown : Value.Unknown;
        }

        if (source.Contents is ItemContents contents)
        {
            return SliceExactly(source, contents.All, lower, upper, step, subscript);
        }

        if (IsExact && ItemsOf(container, subscript) is { } items)
        {
            return SliceExactly(source, CollectionsMarshal.AsSpan(items), lower, upper, step, subscript);
        }

        var count = CountItems(container).Count;
        var length = LengthOfSlice(count, lower, upper, step);
        if (source.Kind == ObjectKind.Tuple && length == count && count.IsExact && step.IsAbsent)
        {
            return container;
        }

        var part = _heap.Allocate(source.Kind, subscript, _frame.Context);
        SetTable(part, length, length);
        HoldSlice(part, source, lower, length, step, isTail: upper.IsAbsent && step.IsAbsent);
        return Value.Of(part);
    }

    private (Value Lower, Value Upper, Value Step) EvaluateBounds(Slice slice)
    {
        var lower = EvaluateOptional(slice.Lower);
        var upper = EvaluateOptional(slice.Upper);
        var step = EvaluateOptional(slice.Step);
        return (lower.Kind == ValueKind.None ? Value.Absent : lower, upper.Kind == ValueKind.None ? Value.Absent : upper, step.Kind == ValueKind.None ? Value.Absent : step);
    }

    private static Quantity LengthOfSlice(Quantity count, Value lower, Value upper, Value step)
    {
        var length = lower.IsAbsent && upper.IsAbsent ? count : SliceLength(count, lower, upper);
        if (step.IsAbsent)
        {
            return length;
        }

        if (step is not { Kind: ValueKind.Int, Number.IsExact: true } || step.Number.Low == 0)
        {
            return new Quantity(0, length.High);
        }

        // A negative step takes from the same stretch when both bounds are left out.
        return step.Number.Low == -1 && lower.IsAbsent && upper.IsAbsent ? count
            : step.Number.Low < 0 ? new Quantity(0, count.High)
            : new Quantity(Quantity.FloorDivide(length.Low + step.Number.Low - 1, step.Number.Low), length.HasFiniteHigh ? Quantity.FloorDivide(length.High + step.Number.Low - 1, step.Number.Low) : length.High);
    }

    /// <summary>A short part of a sequence whose items are all known has known items; otherwise each group gives its share.</summary>
    private void HoldSlice(HeapObject part, HeapObject source, Value lower, Quantity length, Value step, bool isTail)
    {
        const int MostKnown = 16;
        var count = source.GetMeta(Meta.Length);
        var first = lower.IsAbsent ? Quantity.Zero : lower.Kind == ValueKind.Int ? Normalize(lower.Number, count) : Quantity.SomeLength;
        if (step.IsAbsent && first.IsExact && length is { IsExact: true, Low: <= MostKnown } && count.IsExact && !HasRecent(source) && HasAllItems(source, first.Low, length.Low))
        {
            for (var i = 0L; i < length.Low; i++)
            {
                _heap.Set(part, SlotKey.Item(i), source.Get(SlotKey.Item(first.Low + i)));
            }

            return;
        }

        CopyShare(source, part, length, count, isTail && length.Low >= RecentCount(source));
    }

    private static bool HasAllItems(HeapObject source, long first, long count)
    {
        for (var i = 0L; i < count; i++)
        {
            if (source.Get(SlotKey.Item(first + i)).IsAbsent)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of each kind of item as many as the part has of the whole.</summary>
    private void CopyShare(HeapObject from, HeapObject to, Quantity part, Quantity whole, bool hasTail)
    {
        for (var i = 0; i < from.Slots.Length; i++)
        {
            var slot = from.Slots[i];
            if (slot.Key.Kind == SlotKind.Group && slot.Key.Name is HeapObject held && slot.Value.Number.High > 0)
            {
                AddReference(to, held.Resolve(), ShareOfItems(slot.Value.Number, part, whole));
            }
            else if (slot.Key.Kind == SlotKind.Item || (slot.Key.Kind == SlotKind.Recent && !hasTail))
            {
                Hold(to, slot.Value, part == whole ? Quantity.One : new Quantity(0, 1));
            }
        }

        if (hasTail)
        {
            CopyRecent(from, to);
        }
    }

    /// <summary>What came last to one sequence comes last to its copy.</summary>
    private void CopyRecent(HeapObject from, HeapObject to)
    {
        for (var i = 0L; i < RecentCount(from); i++)
        {
            AddRecent(to, identity: null, Value.Absent, from.Get(SlotKey.Recent(i)));
        }
    }

    private static Quantity ShareOfItems(Quantity references, Quantity part, Quantity whole)
    {
        if (references == whole || !references.HasFiniteHigh || !part.HasFiniteHigh || !whole.HasFiniteHigh || whole.High == 0)
        {
            return Quantity.Min(part, references == whole ? part : references);
        }

        return new Quantity(
            Quantity.Clamp((Int128)references.Low * part.Low / whole.High),
            Quantity.Clamp((((Int128)references.High * part.High) + Math.Max(1, whole.Low) - 1) / Math.Max(1, whole.Low)));
    }

    private static Quantity SliceLength(Quantity count, Value lower, Value upper)
    {
        var all = new Quantity(0, count.High);
        if ((!lower.IsAbsent && lower.Kind != ValueKind.Int) || (!upper.IsAbsent && upper.Kind != ValueKind.Int))
        {
            return all;
        }

        if (upper.IsAbsent && lower.Number is { HasFiniteHigh: true, High: < 0, IsExact: true })
        {
            return Quantity.Min(count, Quantity.Negate(lower.Number));
        }

        var start = lower.IsAbsent ? Quantity.Zero : Normalize(lower.Number, count);
        var end = upper.IsAbsent ? count : Quantity.Min(Normalize(upper.Number, count), count);
        return (end - start).AtLeastZero() is var length && length.High <= count.High ? length : all;
    }

    private static Quantity Normalize(Quantity index, Quantity count) =>
        index.High < 0 ? (count + index).AtLeastZero() : index.AtLeastZero();

    /// <summary>xs[a:b] = values: the items between go, those come.</summary>
    private void SetSlice(HeapObject owner, Slice slice, Value value, SyntaxNode node)
    {
        if (owner.Kind is not (ObjectKind.List or ObjectKind.ByteArray))
        {
            return;
        }

        if (slice is { Lower: null, Upper: null, Step: null })
        {
            var whole = ReplaceBytes(owner, Value.Absent, Value.Absent, Value.Absent, value, node);
            Clear(owner);
            Extend(owner, value, node);
            if (whole is not null)
            {
                Remember(owner, whole, whole.Count);
            }

            return;
        }

        var (lower, upper, step) = EvaluateBounds(slice);
        if (owner.Contents is ItemContents items && TrySetSlice(owner, items, lower, upper, step, value, node))
        {
            return;
        }

        var bytes = ReplaceBytes(owner, lower, upper, step, value, node);
        var length = owner.GetMeta(Meta.Length);
        var gone = LengthOfSlice(length, lower, upper, step);
        if (!step.IsAbsent)
        {
            Drop(owner, gone);
            HoldItemsOf(owner, value, gone, node);
        }
        else
        {
            if (gone.High > 0)
            {
                Shrink(owner, gone);
            }

            Extend(owner, value, node);
        }

        if (bytes is not null)
        {
            Remember(owner, bytes, bytes.Count - (int)length.Low);
        }
    }
}
