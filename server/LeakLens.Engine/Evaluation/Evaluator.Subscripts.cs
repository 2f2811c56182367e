using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Items, keys and slices.</summary>
internal sealed partial class Evaluator
{
    private void SetItem(Value container, Subscript target, Value value)
    {
        if (container.Reference is not { } owner)
        {
            EvaluateIndex(target);
            if (IsExact && _afterCall == Completion.Normal)
            {
                RefusesItem(container, "assignment");
            }

            return;
        }

        if (IsExact && target.Index is Slice part && FindSpecial(container, "__setitem__") is not null)
        {
            CallSpecial(container, "__setitem__", new CallArguments([EvaluateSlice(part), value], []), target);
            return;
        }

        if (ClassOf(owner) is { } type && FindInClass(type, "__setitem__") is not null)
        {
            CallSpecial(container, "__setitem__", new CallArguments([EvaluateIndex(target), value], []), target);
            return;
        }

        if (TryModelItem(owner, "__setitem__", target, value) is not null)
        {
            return;
        }

        if (IsExact && RefusesItem(container, "assignment"))
        {
            return;
        }

        if (owner.Kind == ObjectKind.Frame)
        {
            SetGlobal(EvaluateIndex(target), value, target);
            return;
        }

        if (target.Index is Slice slice)
        {
            SetSlice(owner, slice, value, target);
            return;
        }

        var key = EvaluateIndex(target);
        if (owner.Kind == ObjectKind.Dict)
        {
            SetKey(owner, key, value, target, target.Index is Constant);
        }
        else if (owner.Kind == ObjectKind.List)
        {
            Replace(owner, key, value, target);
        }
        else if (owner is { Kind: ObjectKind.ByteArray, Known: ByteBuffer })
        {
            SetByte(owner, key, value, target);
        }
    }

    /// <summary><c>globals()[name] = value</c>.</summary>
    private void SetGlobal(Value name, Value value, SyntaxNode node)
    {
        if (name.Text is { } text)
        {
            var (storage, key) = FindGlobal(text);
            Leave(storage?.Get(key) ?? Value.Absent, value);
            _heap.Set(_frame.Module.Frame.Storage, key, value);
        }
        else
        {
            SetKey(NamespaceOf(_frame.Module.Frame.Storage, node), name, value, node, isLiteral: false);
        }
    }

    /// <summary>xs[i] = v: one reference goes, another comes.</summary>
    private void Replace(HeapObject list, Value index, Value value, SyntaxNode node)
    {
        if (list.Contents is ItemContents items)
        {
            ReplaceExactly(list, items, index, value, node);
            return;
        }

        if (index.Number.IsExact && !list.Get(SlotKey.Item(index.Number.Low)).IsAbsent)
        {
            _heap.Set(list, SlotKey.Item(index.Number.Low), value);
            return;
        }

        if (HasEmptyPlaces(list) && HoldsKey(list, index, node, KeyUse.Insert) is var filled and not true)
        {
            // A place that held None is filled: nothing goes.
            RememberKey(list, index);
            Hold(list, value, filled == false ? Quantity.One : new Quantity(0, 1));
            if (filled == false && value.Reference is not null)
            {
                _growths.Grew(list, node, _loop, "item assignment", Quantity.One, _frame.Context, value);
            }

            return;
        }

        Drop(list, Quantity.One);
        Hold(list, value, Quantity.One);
    }

    /// <summary>Fewer references than places: some hold what is no object, as those of <c>[None] * n</c>.</summary>
    private static bool HasEmptyPlaces(HeapObject list)
    {
        var references = Quantity.Zero;
        foreach (var slot in list.Slots)
        {
            references += slot.Key.Kind == SlotKind.Group ? slot.Value.Number
                : slot.Key.Kind is SlotKind.Item or SlotKind.Recent && slot.Value.Reference is not null ? Quantity.One
                : Quantity.Zero;
        }

        return references.High < list.GetMeta(Meta.Length).High;
    }

    /// <summary>d[k] = v: a new entry, or another value in an old one.</summary>
    private void SetKey(HeapObject dict, Value key, Value value, SyntaxNode node, bool isLiteral)
    {
        if (dict.Contents is EntryContents entries)
        {
            PutEntry(dict, entries, key, value, node, "item assignment");
            return;
        }

        var held = HoldsKey(dict, key, node, KeyUse.Insert);
        if (held != true)
        {
            var mayHaveCome = RememberKey(dict, key);
            if (held is null && (mayHaveCome || IsSaturated(dict)))
            {
                held = true;
            }
            else
            {
                Grow(dict, held == false ? Quantity.One : new Quantity(0, 1), node, "item assignment", value);
                if (!IsText(key))
                {
                    _heap.SetMeta(dict, Meta.MixedKeys, Quantity.One);
                }
            }
        }

        if (ConstantKey(key, isLiteral) is { } slot)
        {
            Leave(dict, slot, value, node);
            _heap.Set(dict, slot, value);
            return;
        }

        PutEntry(dict, key, value, held);
    }

    private void PutEntry(HeapObject dict, Value key, Value value, bool? held)
    {
        var identity = IdentityOf(key);
        _heap.Set(dict, SlotKey.LatestKey, identity is { } latest ? Value.Of(latest) : Value.Absent);
        _heap.Set(dict, SlotKey.LatestValue, value);
        if (identity is { } known && FindRecent(dict, known) is >= 0 and var at)
        {
            Leave(dict.Get(SlotKey.Recent(at)), value);
            _heap.Set(dict, SlotKey.Recent(at), value);
            return;
        }

        switch (held)
        {
            case false:
                AddRecent(dict, identity, key, value);
                break;
            case true:
                // The old key object stays; only the value is another.
                DropValue(dict);
                AddRecent(dict, identity, Value.Absent, value);
                break;
            default:
                Hold(dict, key, new Quantity(0, 1));
                Hold(dict, value, new Quantity(0, 1));
                break;
        }
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
        if (container.Kind is ValueKind.Text or ValueKind.ByteText || container.Reference is { IsLeaf: true })
        {
            return Noted(SubscriptOfText(container, subscript), subscript);
        }

        if (container.Reference is not { } owner)
        {
            EvaluateIndex(subscript);
            return Value.Unknown;
        }

        if (IsExact && _afterCall == Completion.Normal && ItemExactly(container, owner, subscript) is { } exact)
        {
            return exact;
        }

        if (TryModelItem(owner, "__getitem__", subscript, Value.Absent) is { } modelled)
        {
            return modelled;
        }

        if (subscript.Index is Slice slice)
        {
            return Noted(GetSlice(container, slice, subscript), subscript);
        }

        var key = EvaluateIndex(subscript);
        if (CallSpecial(container, "__getitem__", key, subscript) is { } special)
        {
            return special;
        }

        if (IsOutOfRange(container, key, subscript))
        {
            return RaiseNew("IndexError", Value.OfText(IndexMessageOf(owner)), subscript);
        }

        if (IsExact && owner.Kind == ObjectKind.List && key.Kind is ValueKind.Text or ValueKind.Float or ValueKind.None && owner.Payload is null)
        {
            return RaiseNew("TypeError", Value.OfText($"list indices must be integers or slices, not {TypeNameOf(key)}"), subscript);
        }

        switch (owner.Kind)
        {
            case ObjectKind.Instance:
                return Value.Unknown;
            case ObjectKind.Bytes:
                return owner.Get(SlotKey.Attribute(ZerosSlot)).IsAbsent ? Value.OfInt(new Quantity(0, 255)) : Value.OfInt(0);
            case ObjectKind.Frame:
                return key.Text is { } name ? owner.Get(FindGlobal(name).Key) : Value.Unknown;
            case ObjectKind.Dict:
                return GetKey(owner, key, subscript);
            case ObjectKind.ByteArray when ByteAt(owner, key, subscript) is { } known:
                return known;
            case ObjectKind.List or ObjectKind.Tuple or ObjectKind.Deque when key.Kind == ValueKind.Int && key.Number.IsExact && (owner.Kind != ObjectKind.Deque || owner.Contents is not null):
                return ItemOf(owner, key.Number.Low);
            default:
                return ElementOf(container);
        }
    }

    /// <summary><c>bytes(n)</c> is n zeros.</summary>
    private const string ZerosSlot = "<zeros>";

    private bool IsOutOfRange(Value container, Value key, SyntaxNode node)
    {
        if (IsExact && key is { Kind: ValueKind.Int or ValueKind.Bool, Number.IsExact: true } && container.Reference is { IsSummary: false, Kind: ObjectKind.List or ObjectKind.Tuple or ObjectKind.Deque } && CountItems(container).Count is { IsExact: true } length)
        {
            return key.Number.Low >= length.Low || key.Number.Low < -length.Low;
        }

        if (key.Kind != ValueKind.Int || !key.Number.IsExact || key.Number.Low < 0 || container.Reference is not { IsSummary: false, Kind: ObjectKind.List or ObjectKind.Tuple or ObjectKind.Bytes or ObjectKind.Str })
        {
            return false;
        }

        var count = CountItems(container).Count;
        return count.IsExact && DecideAtMost(key.Number - count, -1, node, Inside, Outside) == false;
    }

    private const int Inside = 3;
    private const int Outside = 4;

    /// <summary>The very item at an index that counts from the end when it is negative, as far as items can be told apart.</summary>
    private static Value ItemOf(HeapObject list, long index)
    {
        if (list.Contents is ItemContents items)
        {
            return items.Get(SlotKey.Item(index < 0 ? index + items.Count : index));
        }

        var count = RecentCount(list);
        if (index < 0 && -index <= count)
        {
            return list.Get(SlotKey.Recent(count + index));
        }

        var length = list.GetMeta(Meta.Length);
        if (HasRecent(list) && count == 0)
        {
            return ElementOf(Value.Of(list));
        }

        if (length.IsExact && length.Low == count && index >= 0 && index < count)
        {
            return list.Get(SlotKey.Recent(index));
        }

        var at = index < 0 && length.IsExact ? index + length.Low : index;
        var item = at >= 0 ? list.Get(SlotKey.Item(at)) : Value.Absent;
        return item.IsAbsent ? ElementOf(Value.Of(list)) : item;
    }

    /// <summary>Takes one item out of a list or deque: the newest, the oldest, or one that is not known.</summary>
    private Value TakeItem(HeapObject list, Value index)
    {
        if (list.Contents is ItemContents items)
        {
            return RemoveItem(list, items, index);
        }

        var count = RecentCount(list);
        var at = index.Kind is ValueKind.Int && index.Number.IsExact ? index.Number.Low : (long?)null;
        var length = list.GetMeta(Meta.Length);
        if (count > 0 && at is { } newest && newest < 0 && -newest <= count)
        {
            return TakeRecentItem(list, count + newest);
        }

        if (count > 0 && at is { } oldest && oldest >= 0 && length.IsExact && length.Low == count && oldest < count)
        {
            return TakeRecentItem(list, oldest);
        }

        var item = at is { } known ? ItemOf(list, known) : ElementOf(Value.Of(list));
        if (count == 0 && !HasRecent(list) && at == -1 && length is { IsExact: true, Low: > 0 } && list.Get(SlotKey.Item(length.Low - 1)) is { IsAbsent: false } last)
        {
            _growths.Releases(list);
            _heap.Set(list, SlotKey.Item(length.Low - 1), Value.Absent);
            _heap.AddMeta(list, Meta.Length, -1);
            return last;
        }

        if (at == 0 && !HasRecent(list) && length is { IsExact: true, Low: > 0 and <= MostShifted } && HasAllItems(list, 0, length.Low))
        {
            return ShiftItems(list, length.Low);
        }

        Shrink(list, length == Quantity.Zero ? Quantity.Zero : Quantity.One);
        return item;
    }

    private const int MostShifted = 16;

    private Value ShiftItems(HeapObject list, long length)
    {
        var first = list.Get(SlotKey.Item(0));
        _growths.Releases(list);
        for (var i = 0L; i < length; i++)
        {
            _heap.Set(list, SlotKey.Item(i), i + 1 < length ? list.Get(SlotKey.Item(i + 1)) : Value.Absent);
        }

        _heap.AddMeta(list, Meta.Length, -1);
        return first;
    }

    private Value TakeRecentItem(HeapObject list, long at)
    {
        _growths.Releases(list);
        _heap.AddMeta(list, Meta.Length, -1);
        return TakeRecent(list, at);
    }

    private Value GetKey(HeapObject dict, Value key, Subscript subscript) => GetKey(dict, key, subscript, subscript.Index is Constant);

    private Value GetKey(HeapObject dict, Value key, SyntaxNode node, bool isLiteral)
    {
        if (EntryOf(dict, key, isLiteral) is { IsAbsent: false } value)
        {
            return value;
        }

        if (!dict.Get(SlotKey.Attribute(CounterSlot)).IsAbsent)
        {
            // Reading a missing key of a Counter gives zero and inserts nothing.
            return HoldsKey(dict, key, node, KeyUse.Look) == false ? Value.OfInt(0) : NewInt(Quantity.AnyInteger, node);
        }

        if (ClassOf(dict) is { } type && FindInClass(type, "__missing__") is not null)
        {
            return HoldsKey(dict, key, node, KeyUse.Look) == true
                ? ElementOf(Value.Of(dict))
                : CallSpecial(Value.Of(dict), "__missing__", key, node) ?? Value.Unknown;
        }

        if (dict.Get(SlotKey.Attribute(FactorySlot)) is not { IsAbsent: false, Kind: not ValueKind.None } factory)
        {
            return dict.Contents is EntryContents ? RaiseNew("KeyError", key, node) : ElementOf(Value.Of(dict));
        }

        var held = HoldsKey(dict, key, node, KeyUse.Insert);
        if (held == true)
        {
            return ElementOf(Value.Of(dict));
        }

        var made = Call(factory, CallArguments.None, node);
        if (IsExact && _afterCall != Completion.Normal)
        {
            return Value.Unknown;
        }

        SetKey(dict, key, made, node, isLiteral: isLiteral);
        return made;
    }

    /// <summary><c>counts.__getitem__</c> and its like, given away as functions; null when the container has no such method.</summary>
    private Value? CallItemOperator(HeapObject container, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "__getitem__" when container.Kind == ObjectKind.Dict:
                return GetKey(container, arguments[0], node, isLiteral: false);
            case "__getitem__" when container.Kind is ObjectKind.List or ObjectKind.Tuple or ObjectKind.Deque && arguments[0] is { Kind: ValueKind.Int, Number.IsExact: true } at:
                return IsOutOfRange(Value.Of(container), at, node) ? RaiseNew("IndexError", Value.Absent, node) : ItemOf(container, at.Number.Low);
            case "__contains__" when container.Kind is ObjectKind.Dict or ObjectKind.Set or ObjectKind.List or ObjectKind.Tuple or ObjectKind.Deque:
                return OfTruth(Contains(Value.Of(container), arguments[0], node));
            case "__len__" when container.Kind is ObjectKind.Dict or ObjectKind.Set or ObjectKind.Tuple or ObjectKind.Deque:
                return LengthOf(Value.Of(container), node);
            case "__setitem__" when container.Kind == ObjectKind.List:
                Replace(container, arguments[0], arguments[1], node);
                return Value.None;
            case "__delitem__" when container.Kind == ObjectKind.Dict:
                return TakeKey(container, arguments[0], node, isLiteral: false, mayMiss: false).Held == false && !IsCounter(container) ? RaiseNew("KeyError", arguments[0], node) : Value.None;
            default:
                return null;
        }
    }

    /// <summary>The very value under a key, when it can be told from the others.</summary>
    private Value EntryOf(HeapObject dict, Value key, bool isLiteral)
    {
        if (dict.Contents is EntryContents entries)
        {
            return entries.ValueOf(RequireKey(key));
        }

        if (ConstantKey(key, isLiteral) is { } slot && dict.Get(slot) is { IsAbsent: false } value)
        {
            return value;
        }

        if (IdentityOf(key) is not { } identity)
        {
            return Value.Absent;
        }

        if (HasRecent(dict) && FindRecent(dict, identity) is >= 0 and var at)
        {
            return dict.Get(SlotKey.Recent(at));
        }

        return dict.Get(SlotKey.LatestKey).Key == identity ? dict.Get(SlotKey.LatestValue) : Value.Absent;
    }

    private const string FactorySlot = "<factory>";
    private const string CounterSlot = "<counter>";
}
