using System.Collections.Immutable;
using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What grows a container and what makes it let go.</summary>
internal sealed partial class Evaluator
{
    private HeapObject NewDisplay(ObjectKind kind, ImmutableArray<Expression> elements, SyntaxNode node)
    {
        var display = _heap.Allocate(kind, node, _frame.Context);
        var length = Quantity.Zero;
        var isExtended = false;
        for (var i = 0; i < elements.Length; i++)
        {
            var element = elements[i];
            if (i >= MostKnownItems)
            {
                HoldOneMore(display, element);
                length += Quantity.One;
                continue;
            }

            var value = Evaluate(element);
            if (IsExact && element is Starred && CannotBeIterated(value))
            {
                RaiseText("TypeError", $"Value after * must be an iterable, not {NameOfType(value)}", element);
            }

            if (IsExact && _afterCall != Completion.Normal)
            {
                return display;
            }

            if (element is Starred { Value: var source } && kind == ObjectKind.List && value.Reference is { Kind: ObjectKind.Iterator or ObjectKind.Generator })
            {
                SetTable(display, length, length);
                Extend(display, value, source);
                length = display.GetMeta(Meta.Length);
                isExtended = true;
                continue;
            }

            if (isExtended && element is not Starred)
            {
                Add(display, value, element, "append");
                length = display.GetMeta(Meta.Length);
                continue;
            }

            if (element is Starred)
            {
                length += HoldRepeated(display, length, value, element);
                continue;
            }

            _heap.Set(display, SlotKey.Item(length.High), value);
            length += Quantity.One;
        }

        if (!isExtended || length != display.GetMeta(Meta.Length))
        {
            SetTable(display, length, length);
        }

        return display;
    }

    /// <summary>The items that a container was made with, and the room that was allocated for them at once.</summary>
    private void SetTable(HeapObject container, Quantity length, Quantity capacity)
    {
        if (container.Contents is { } contents && length != contents.Count)
        {
            _heap.Disperse(container);
        }

        _heap.SetMeta(container, Meta.Length, length);
        _heap.SetMeta(container, Meta.StartLength, length);
        _heap.SetMeta(container, Meta.StartCapacity, capacity);
    }

    /// <summary>The first items that come to an empty list from a sequence get exactly the room they need, rounded up to an even number (list_preallocate_exact).</summary>
    private static Quantity RoundUpToEven(Quantity length) => length.IsExact ? length + (length.Low & 1) : length;

    private Value EvaluateSet(Set set)
    {
        var created = _heap.Allocate(ObjectKind.Set, set, _frame.Context);
        foreach (var element in set.Elements)
        {
            Add(created, Evaluate(element), element, "set display");
        }

        return Value.Of(created);
    }

    private Value EvaluateDict(Dict dict)
    {
        var created = _heap.Allocate(ObjectKind.Dict, dict, _frame.Context);
        for (var i = 0; i < dict.Values.Length; i++)
        {
            if (i >= MostKnownItems)
            {
                HoldOneMore(created, dict.Keys[i]);
                HoldOneMore(created, dict.Values[i]);
                _heap.AddMeta(created, Meta.Length, Quantity.One);
                ContainerKeys.Set(_heap, created, ContainerKeys.Of(created).Blur());
            }
            else if (dict.Keys[i] is { } key)
            {
                SetKey(created, Evaluate(key), Evaluate(dict.Values[i]), dict.Values[i], key is Constant);
            }
            else
            {
                Extend(created, Evaluate(dict.Values[i]), dict.Values[i]);
            }
        }

        return Value.Of(created);
    }

    private void AddReference(HeapObject container, HeapObject target, Quantity times)
    {
        var key = SlotKey.Group(target);
        _heap.Set(container, key, Value.OfInt(container.Get(key).Number + times));
    }

    /// <summary>list.append, set.add, deque.append ...: one more element.</summary>
    private void Add(HeapObject container, Value value, SyntaxNode node, string operation)
    {
        if (container.Kind == ObjectKind.Set)
        {
            AddToSet(container, value, node, operation);
            return;
        }

        if (container.Contents is ItemContents items)
        {
            AddItem(container, items, items.Count, value, node, operation);
            return;
        }

        if (container.Get(SlotKey.Attribute(MaxLengthSlot)) is { Kind: ValueKind.Int, Number: { HasFiniteHigh: true } limit }
            && !DecideBelow(container.GetMeta(Meta.Length), limit, node))
        {
            return;
        }

        Grow(container, Quantity.One, node, operation, value);
        if (operation is "append" or "extend")
        {
            AddRecent(container, identity: null, Value.Absent, value);
            return;
        }

        FlushRecent(_heap, container);
        Hold(container, value, Quantity.One);
    }

    private void AddToSet(HeapObject set, Value value, SyntaxNode node, string operation)
    {
        if (set.Contents is EntryContents entries)
        {
            PutEntry(set, entries, value, Value.Absent, node, operation);
            return;
        }

        var held = HoldsKey(set, value, node, KeyUse.Insert);
        if (held == true)
        {
            return;
        }

        var mayHaveCome = RememberKey(set, value);
        if (held is null && (mayHaveCome || IsSaturated(set)))
        {
            return;
        }

        Grow(set, held == false ? Quantity.One : new Quantity(0, 1), node, operation, value);
        if (held == false)
        {
            AddRecent(set, IdentityOf(value), value, Value.Absent);
        }
        else
        {
            Hold(set, value, new Quantity(0, 1));
        }
    }

    /// <summary>Of many sets that a summary stands for: each holds every key that any was given.</summary>
    private static bool IsSaturated(HeapObject container) =>
        ContainerKeys.Of(container).MostKeys is { } keys && (container.IsSummary ? container.GetMeta(Meta.Count) : Quantity.One) is { HasFiniteHigh: true } count
        && container.GetMeta(Meta.Length).High >= (Int128)keys * count.High;

    private const string MaxLengthSlot = "<maxlen>";

    /// <summary>Whether a bounded deque still has room; when it is full each item pushes one out.</summary>
    private bool DecideBelow(Quantity length, Quantity limit, SyntaxNode node)
    {
        if (length.High < limit.Low)
        {
            Decide(node, Yes, limit.Low - length.High - 1);
            return true;
        }

        Decide(node, No, 0);
        return false;
    }

    private void Grow(HeapObject container, Quantity count, SyntaxNode node, string operation, Value item = default)
    {
        Forget(container);
        _heap.AddMeta(container, Meta.Length, count);
        if (!container.IsSummary)
        {
            _heap.SetMeta(container, Meta.Step, count.HasFiniteHigh ? count.High : 1);
        }

        _growths.Grew(container, node, _loop, operation, Quantity.One, _frame.Context, item);
    }

    /// <summary>Takes out that many elements.</summary>
    private void Shrink(HeapObject container, Quantity count)
    {
        if (IsExact && count == Quantity.Zero)
        {
            return;
        }

        if (container.IsSummary)
        {
            count = new Quantity(0, count.High);
        }

        _growths.Releases(container);
        Forget(container);
        FlushRecent(_heap, container);
        NoteHighWater(container);
        if (container.Kind is ObjectKind.Dict or ObjectKind.Set)
        {
            ContainerKeys.Set(_heap, container, ContainerKeys.Of(container).Thin());
        }

        Drop(container, count);
        _heap.AddMeta(container, Meta.Length, Quantity.Negate(count));
        FollowLength(container);
    }

    /// <summary>Takes references away: from where most are, or in a dict from keys and values alike.</summary>
    private void Drop(HeapObject container, Quantity count)
    {
        if (container.Contents is not null)
        {
            _heap.Disperse(container);
        }

        FlushRecent(_heap, container);
        var most = default(Slot);
        for (var i = 0; i < container.Slots.Length; i++)
        {
            var slot = container.Slots[i];
            if (slot.Key.Kind != SlotKind.Group)
            {
                continue;
            }

            if (container.Kind == ObjectKind.Dict)
            {
                DropShare(container, slot, count);
            }
            else if (slot.Value.Number.High > most.Value.Number.High)
            {
                most = slot;
            }
        }

        if (most.Key.Kind == SlotKind.Group)
        {
            _heap.Set(container, most.Key, Value.OfInt((most.Value.Number - count).AtLeastZero()));
        }
    }

    /// <summary>A value is replaced: one reference goes that is not a key.</summary>
    private void DropValue(HeapObject dict)
    {
        FlushRecent(_heap, dict);
        var most = default(Slot);
        for (var i = 0; i < dict.Slots.Length; i++)
        {
            var slot = dict.Slots[i];
            if (slot.Key.Kind == SlotKind.Group && slot.Value.Number.High > most.Value.Number.High && slot.Key.Name is HeapObject held && held.Resolve().Kind is not (ObjectKind.Str or ObjectKind.Tuple))
            {
                most = slot;
            }
        }

        if (most.Key.Kind != SlotKind.Group)
        {
            Drop(dict, Quantity.One);
            return;
        }

        _heap.Set(dict, most.Key, Value.OfInt((most.Value.Number - Quantity.One).AtLeastZero()));
    }

    private void DropShare(HeapObject dict, Slot slot, Quantity count)
    {
        var length = Math.Max(1, dict.GetMeta(Meta.Length).High);
        var references = slot.Value.Number;
        var share = references.High >= length || !count.HasFiniteHigh
            ? count
            : new Quantity(0, Quantity.Clamp((((Int128)references.High * count.High) + length - 1) / length));
        share = count.IsExact && share.High == count.High ? count : share;
        _heap.Set(dict, slot.Key, Value.OfInt((references - share).AtLeastZero()));
    }

    private void Clear(HeapObject container)
    {
        _growths.Releases(container);
        Forget(container);
        if (container.Contents is { } contents)
        {
            contents.Clear();
            ClearTable(container);
            return;
        }

        FlushRecent(_heap, container);
        for (var i = 0; i < container.Slots.Length; i++)
        {
            var slot = container.Slots[i];
            if (!slot.Value.IsAbsent && (slot.Key.Kind is SlotKind.Group or SlotKind.Item or SlotKind.Key || IsTableMeta(slot.Key)))
            {
                _heap.Set(container, slot.Key, Value.Absent);
            }
        }

        ContainerKeys.Set(_heap, container, KeySet.Empty);
        _heap.Set(container, SlotKey.LatestKey, Value.Absent);
    }

    private void ClearTable(HeapObject container)
    {
        _heap.SetMeta(container, Meta.Length, Quantity.Zero);
        _heap.SetMeta(container, Meta.HighWater, Quantity.Zero);
        _heap.SetMeta(container, Meta.StartLength, Quantity.Zero);
        _heap.SetMeta(container, Meta.StartCapacity, Quantity.Zero);
        if (container.Kind == ObjectKind.Set)
        {
            _heap.SetMeta(container, Meta.Places, Quantity.Zero);
        }
    }

    private static bool IsTableMeta(SlotKey key) =>
        key.Kind == SlotKind.Meta && (Meta)key.Number is Meta.Length or Meta.HighWater or Meta.StartCapacity or Meta.StartLength;

    /// <summary>list.extend, dict.update, set.update, +=, |=.</summary>
    private void Extend(HeapObject container, Value source, SyntaxNode node)
    {
        if (source.Reference is { Kind: ObjectKind.Generator or ObjectKind.Iterator } || (IsExact && (CannotBeIterated(source) || source.Reference is { Kind: ObjectKind.Class })))
        {
            IterateInto(container, node, source, item => AddFrom(container, item, node));
            return;
        }

        var before = container.GetMeta(Meta.Length);
        if (container.Contents is not null && TryExtendExactly(container, source, node))
        {
            NoteExtended(container, before, node);
            return;
        }

        var count = CountItems(source).Count;
        if (count == Quantity.Zero)
        {
            return;
        }

        if (container.Kind is ObjectKind.Set or ObjectKind.Dict)
        {
            count = container.GetMeta(Meta.Length) == Quantity.Zero ? count : new Quantity(0, count.High);
            ContainerKeys.Set(_heap, container, ContainerKeys.Of(container).Blur());
        }

        var isFirst = container is { Kind: ObjectKind.List or ObjectKind.Tuple or ObjectKind.Deque, IsSummary: false } && container.GetMeta(Meta.Length) == Quantity.Zero;
        Grow(container, count, node, "extend");
        if (isFirst && container.Kind == ObjectKind.List)
        {
            SetTable(container, count, RoundUpToEven(count));
        }

        if (!isFirst || !TryCopyItems(container, source, count))
        {
            HoldItemsOf(container, source, count, node);
        }

        NoteExtended(container, before, node);
    }

    /// <summary>What one operation adds can be as large as what one expression makes: it is noted where it makes up half of the whole and more.</summary>
    private void NoteExtended(HeapObject container, Quantity before, SyntaxNode node)
    {
        if (before.High <= container.GetMeta(Meta.Length).Low / 2)
        {
            NoteLarge(Value.Of(container), node);
        }
    }

    /// <summary>A short sequence gives its items one by one, in their places.</summary>
    private bool TryCopyItems(HeapObject container, Value source, Quantity count)
    {
        const int Most = 16;
        if (source.Reference is not { Kind: ObjectKind.List or ObjectKind.Tuple, IsSummary: false } from || count is not { IsExact: true, Low: <= Most }
            || HasRecent(from) || !HasAllItems(from, 0, count.Low))
        {
            return false;
        }

        for (var i = 0L; i < count.Low; i++)
        {
            _heap.Set(container, SlotKey.Item(i), from.Get(SlotKey.Item(i)));
        }

        return true;
    }

    private void HoldItemsOf(HeapObject container, Value source, Quantity count, SyntaxNode node)
    {
        if (source.Reference is { Payload: RangeValue range })
        {
            HoldRange(container, range, count, node);
        }
        else if (source.Reference is { Kind: ObjectKind.Dict } dict && container.Kind != ObjectKind.Dict)
        {
            CopyKeys(dict, container);
        }
        else if (source.Reference is { } from)
        {
            CopyElements(from, container, Quantity.One);
        }
    }

    /// <summary>Listing a dict lists its keys: of what it refers to, what can be a key.</summary>
    private void CopyKeys(HeapObject dict, HeapObject to)
    {
        var most = dict.GetMeta(Meta.Length);
        for (var i = 0; i < dict.Slots.Length; i++)
        {
            var slot = dict.Slots[i];
            if (slot.Key.Kind == SlotKind.Group && slot.Key.Name is HeapObject held
                && held.Resolve() is { Kind: ObjectKind.Str or ObjectKind.Bytes or ObjectKind.Tuple or ObjectKind.Int } key)
            {
                AddReference(to, key, Quantity.Min(slot.Value.Number, most));
            }
            else if (slot.Key.Kind == SlotKind.RecentKeyObject)
            {
                Hold(to, slot.Value, Quantity.One);
            }
        }
    }

    /// <summary>The ints that listing a range makes: all but those in CPython's cache.</summary>
    private void HoldRange(HeapObject container, RangeValue range, Quantity count, SyntaxNode node)
    {
        var cached = 0L;
        if (range.Start.IsExact && range.Step.IsExact && count.IsExact)
        {
            for (var i = 0L; i < Math.Min(count.Low, 1024) && Sizes.ScalarSizes.IsCachedInt(range.Start.Low + (i * range.Step.Low)); i++)
            {
                cached++;
            }
        }

        var made = (count - cached).AtLeastZero();
        var ints = _heap.Allocate(ObjectKind.Int, node, _frame.Context, summary: true);
        _heap.SetMeta(ints, Meta.Count, made);
        _heap.SetMeta(ints, Meta.Bytes, made * Sizes.ScalarSizes.Int);
        AddReference(container, ints, made);
    }
}
