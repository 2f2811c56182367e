using System.Collections.Immutable;
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
        foreach (var element in elements)
        {
            var value = Evaluate(element);
            if (element is Starred)
            {
                length += CountItems(value).Count;
                Hold(display, ElementOf(value), CountItems(value).Count);
                continue;
            }

            _heap.Set(display, SlotKey.Item(length.High), value);
            length += Quantity.One;
        }

        _heap.SetMeta(display, Meta.Length, length);
        _heap.SetMeta(display, Meta.StartCapacity, length);
        return display;
    }

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
            if (dict.Keys[i] is { } key)
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

    private void Hold(HeapObject container, Value value, Quantity times)
    {
        if (value.Kind == ValueKind.Union)
        {
            foreach (var alternative in value.Alternatives)
            {
                Hold(container, alternative, new Quantity(0, times.High));
            }
        }
        else if (value.Reference is { } target)
        {
            AddReference(container, target, times);
        }
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
            var held = HoldsKey(container, value, node, inserts: true);
            if (held == true)
            {
                return;
            }

            RememberKey(container, value);
        }

        if (container.Get(SlotKey.Attribute(MaxLengthSlot)) is { Kind: ValueKind.Int, Number: { HasFiniteHigh: true } limit }
            && !DecideBelow(container.GetMeta(Meta.Length), limit, node))
        {
            return;
        }

        Grow(container, Quantity.One, node, operation);
        Hold(container, value, Quantity.One);
    }

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

    private void Grow(HeapObject container, Quantity count, SyntaxNode node, string operation)
    {
        _heap.AddMeta(container, Meta.Length, count);
        if (!container.IsSummary)
        {
            _heap.SetMeta(container, Meta.Step, count.HasFiniteHigh ? count.High : 1);
        }

        _growths.Grew(container, node, _loop, operation, Quantity.One);
    }

    private void RememberKey(HeapObject container, Value key)
    {
        var slot = SlotKey.Attribute(ContainerKeys.Slot);
        var keys = container.Get(slot).Keys ?? KeySet.Empty;
        if (KnownText(key) is { } text)
        {
            keys = keys.Add(text);
        }
        else
        {
            keys = key.Kind is ValueKind.Int or ValueKind.Bool && key.Number.IsExact ? keys.Add(key.Number.Low) : keys.Blur();
        }

        _heap.Set(container, slot, Value.Of(keys));
    }

    private void SetItem(Value container, Subscript target, Value value)
    {
        if (container.Reference is not { } owner)
        {
            Evaluate(target.Index);
            return;
        }

        if (owner.Kind == ObjectKind.Instance)
        {
            CallSpecial(container, "__setitem__", new CallArguments([Evaluate(target.Index), value], []), target);
            return;
        }

        if (target.Index is Slice slice)
        {
            SetSlice(owner, slice, value, target);
            return;
        }

        var key = Evaluate(target.Index);
        if (owner.Kind == ObjectKind.Dict)
        {
            SetKey(owner, key, value, target, target.Index is Constant);
        }
        else if (owner.Kind == ObjectKind.List)
        {
            Replace(owner, key, value);
        }
    }

    private void SetSlice(HeapObject owner, Slice slice, Value value, SyntaxNode node)
    {
        if (owner.Kind == ObjectKind.List && slice is { Lower: null, Upper: null })
        {
            Clear(owner);
        }

        Extend(owner, value, node);
    }

    /// <summary>xs[i] = v: one reference goes, another comes.</summary>
    private void Replace(HeapObject list, Value index, Value value)
    {
        if (index.Number.IsExact && !list.Get(SlotKey.Item(index.Number.Low)).IsAbsent)
        {
            _heap.Set(list, SlotKey.Item(index.Number.Low), value);
            return;
        }

        Drop(list, Quantity.One);
        Hold(list, value, Quantity.One);
    }

    /// <summary>d[k] = v: a new entry, or another value in an old one.</summary>
    private void SetKey(HeapObject dict, Value key, Value value, SyntaxNode node, bool isLiteral)
    {
        var held = HoldsKey(dict, key, node, inserts: true);
        if (held != true)
        {
            RememberKey(dict, key);
            Grow(dict, held == false ? Quantity.One : new Quantity(0, 1), node, "item assignment");
            Hold(dict, key, Quantity.One);
            if (!IsText(key))
            {
                _heap.SetMeta(dict, Meta.MixedKeys, Quantity.One);
            }
        }

        if (ConstantKey(key, isLiteral) is { } slot)
        {
            Leave(dict.Get(slot), value);
            _heap.Set(dict, slot, value);
            return;
        }

        if (held == true)
        {
            Drop(dict, Quantity.One);
        }

        Hold(dict, value, Quantity.One);
    }

    /// <summary>The slot of an entry whose key stands in the program text; all other entries are only counted.</summary>
    private static SlotKey? ConstantKey(Value key, bool isLiteral) => key.Kind switch
    {
        ValueKind.Text when key.Text is { } text => SlotKey.Key(text),
        ValueKind.Int when isLiteral && key.Number.IsExact => SlotKey.Key(key.Number.Low),
        _ => null,
    };

    private Value GetItem(Value container, Subscript subscript)
    {
        if (container.Reference is not { } owner)
        {
            return SubscriptOfConstant(container, subscript);
        }

        if (subscript.Index is Slice slice)
        {
            return GetSlice(container, slice, subscript);
        }

        var key = Evaluate(subscript.Index);
        switch (owner.Kind)
        {
            case ObjectKind.Instance:
                return CallSpecial(container, "__getitem__", new CallArguments([key], []), subscript) ?? Value.Unknown;
            case ObjectKind.Dict:
                return GetKey(owner, key, subscript);
            case ObjectKind.List or ObjectKind.Tuple when key.Kind == ValueKind.Int && key.Number.IsExact && !_growths.HasGrown(owner):
                var index = key.Number.Low < 0 ? key.Number.Low + owner.GetMeta(Meta.Length).High : key.Number.Low;
                var item = owner.Get(SlotKey.Item(index));
                return item.IsAbsent ? ElementOf(container) : item;
            case ObjectKind.Str:
                return NewStr(Quantity.One, owner.StringKind, text: null, subscript);
            default:
                return ElementOf(container);
        }
    }

    private Value SubscriptOfConstant(Value container, Subscript subscript)
    {
        Evaluate(subscript.Index);
        return container.Kind == ValueKind.Text ? NewStr(new Quantity(0, container.Number.High), Sizes.StringKind.Ascii, text: null, subscript) : Value.Unknown;
    }

    private Value GetKey(HeapObject dict, Value key, Subscript subscript)
    {
        if (ConstantKey(key, subscript.Index is Constant) is { } slot && dict.Get(slot) is { IsAbsent: false } value)
        {
            return value;
        }

        if (dict.Get(SlotKey.Attribute(FactorySlot)) is not { IsAbsent: false } factory)
        {
            return ElementOf(Value.Of(dict));
        }

        var held = HoldsKey(dict, key, subscript, inserts: true);
        if (held == true)
        {
            return ElementOf(Value.Of(dict));
        }

        var made = Call(factory, CallArguments.None, subscript);
        SetKey(dict, key, made, subscript, isLiteral: subscript.Index is Constant);
        return made;
    }

    private const string FactorySlot = "<factory>";

    private Value GetSlice(Value container, Slice slice, Subscript subscript)
    {
        var lower = EvaluateOptional(slice.Lower);
        var upper = EvaluateOptional(slice.Upper);
        EvaluateOptional(slice.Step);
        var count = CountItems(container).Count;
        var length = lower.IsAbsent && upper.IsAbsent && slice.Step is null ? count : SliceLength(count, lower, upper);
        if (IsText(container))
        {
            return length == count && count.IsExact ? container : NewStr(length, TextOf(container).Kind, text: null, subscript);
        }

        if (BytesLength(container) is not null)
        {
            return Value.Of(_heap.AllocateBytes(subscript, _frame.Context, length));
        }

        if (container.Reference is not { Kind: ObjectKind.List or ObjectKind.Tuple } source)
        {
            return Value.Unknown;
        }

        var part = _heap.Allocate(source.Kind, subscript, _frame.Context);
        _heap.SetMeta(part, Meta.Length, length);
        _heap.SetMeta(part, Meta.StartCapacity, length);
        Hold(part, ElementOf(container), length);
        return Value.Of(part);
    }

    private static Quantity SliceLength(Quantity count, Value lower, Value upper)
    {
        var all = new Quantity(0, count.High);
        if ((!lower.IsAbsent && lower.Kind != ValueKind.Int) || (!upper.IsAbsent && upper.Kind != ValueKind.Int))
        {
            return all;
        }

        var start = lower.IsAbsent ? Quantity.Zero : Normalize(lower.Number, count);
        var end = upper.IsAbsent ? count : Quantity.Min(Normalize(upper.Number, count), count);
        return (end - start).AtLeastZero() is var length && length.High <= count.High ? length : all;
    }

    private static Quantity Normalize(Quantity index, Quantity count) =>
        index.High < 0 ? (count + index).AtLeastZero() : index.AtLeastZero();

    private void DeleteItem(Value container, Expression index)
    {
        if (container.Reference is not { } owner)
        {
            return;
        }

        if (index is Slice { Lower: null, Upper: null })
        {
            Clear(owner);
            return;
        }

        if (index is Slice slice)
        {
            var kept = SliceLength(owner.GetMeta(Meta.Length), EvaluateOptional(slice.Lower), EvaluateOptional(slice.Upper));
            Shrink(owner, kept);
            return;
        }

        var key = Evaluate(index);
        if (owner.Kind == ObjectKind.Dict && ConstantKey(key, index is Constant) is { } slot)
        {
            _heap.Set(owner, slot, Value.Absent);
        }

        Shrink(owner, Quantity.One);
    }

    /// <summary>Takes out that many elements.</summary>
    private void Shrink(HeapObject container, Quantity count)
    {
        if (container.IsSummary)
        {
            count = new Quantity(0, count.High);
        }

        _growths.Releases(container);
        if (container.Kind is ObjectKind.Dict or ObjectKind.Set)
        {
            _heap.SetMeta(container, Meta.HighWater, Quantity.Max(container.GetMeta(Meta.HighWater), container.GetMeta(Meta.Length)));
            _heap.Set(container, SlotKey.Attribute(ContainerKeys.Slot), Value.Of((container.Get(SlotKey.Attribute(ContainerKeys.Slot)).Keys ?? KeySet.Empty).Blur()));
        }

        Drop(container, count);
        _heap.AddMeta(container, Meta.Length, Quantity.Negate(count));
    }

    /// <summary>Takes references away, from where most are.</summary>
    private void Drop(HeapObject container, Quantity count)
    {
        var most = default(Slot);
        foreach (var slot in container.Slots)
        {
            if (slot.Key.Kind == SlotKind.Group && slot.Value.Number.High > most.Value.Number.High)
            {
                most = slot;
            }
        }

        if (most.Key.Kind == SlotKind.Group)
        {
            _heap.Set(container, most.Key, Value.OfInt((most.Value.Number - count).AtLeastZero()));
        }
    }

    private void Clear(HeapObject container)
    {
        _growths.Releases(container);
        for (var i = 0; i < container.Slots.Count; i++)
        {
            var slot = container.Slots[i];
            if (!slot.Value.IsAbsent && (slot.Key.Kind is SlotKind.Group or SlotKind.Item or SlotKind.Key || IsTableMeta(slot.Key)))
            {
                _heap.Set(container, slot.Key, Value.Absent);
            }
        }

        _heap.Set(container, SlotKey.Attribute(ContainerKeys.Slot), Value.Of(KeySet.Empty));
    }

    private static bool IsTableMeta(SlotKey key) =>
        key.Kind == SlotKind.Meta && (Meta)key.Number is Meta.Length or Meta.HighWater or Meta.StartCapacity;

    /// <summary>list.extend, dict.update, set.update, +=, |=.</summary>
    private void Extend(HeapObject container, Value source, SyntaxNode node)
    {
        if (source.Reference is { Kind: ObjectKind.Generator } generator)
        {
            RunGenerator(generator, item => AddFrom(container, item, node), node);
            return;
        }

        if (source.Reference is { Kind: ObjectKind.Iterator } iterator)
        {
            RunLoop(node, () => Next(iterator, node, out _lastItem), () => AddFrom(container, _lastItem, node));
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
            _heap.Set(container, SlotKey.Attribute(ContainerKeys.Slot), Value.Of((container.Get(SlotKey.Attribute(ContainerKeys.Slot)).Keys ?? KeySet.Empty).Blur()));
        }

        Grow(container, count, node, "extend");
        HoldItemsOf(container, source, count, node);
    }

    private void HoldItemsOf(HeapObject container, Value source, Quantity count, SyntaxNode node)
    {
        if (source.Reference is { Payload: RangeValue range })
        {
            HoldRange(container, range, count, node);
        }
        else if (source.Reference is { } from)
        {
            CopyElements(from, container, Quantity.One);
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

    private Value _lastItem;

    private Completion AddFrom(HeapObject container, Value item, SyntaxNode node)
    {
        if (container.Kind == ObjectKind.Dict)
        {
            var key = item.Reference?.Get(SlotKey.Item(0)) ?? Value.Unknown;
            var value = item.Reference?.Get(SlotKey.Item(1)) ?? Value.Unknown;
            SetKey(container, key, value, node, isLiteral: false);
        }
        else
        {
            Add(container, item, node, "extend");
        }

        return Completion.Normal;
    }
}
