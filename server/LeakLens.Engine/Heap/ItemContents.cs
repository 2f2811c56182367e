namespace LeakLens.Engine.Heap;

/// <summary>The items of a list or deque, in order.</summary>
internal sealed class ItemContents : Contents
{
    private Value[] _items = [];
    private int _first;
    private int _count;

    /// <summary>Makes an item when it is asked for; null when all are there.</summary>
    private Func<int, Value>? _deferred;

    public override int Count => _count;

    /// <summary>So many items come, each when it is asked for, or all when something else is asked.</summary>
    public void Defer(int count, Func<int, Value> itemAt)
    {
        Replace([]);
        _deferred = itemAt;
        _count = count;
    }

    private void Settle()
    {
        if (_deferred is { } itemAt)
        {
            var items = new Value[_count];
            for (var i = 0; i < items.Length; i++)
            {
                items[i] = itemAt(i);
            }

            Replace(items);
        }
    }

    public Value this[int index]
    {
        get
        {
            Settle();
            return _items[_first + index];
        }

        set
        {
            Settle();
            _items[_first + index] = value;
            Touch();
        }
    }

    public ReadOnlySpan<Value> All
    {
        get
        {
            Settle();
            return _items.AsSpan(_first, _count);
        }
    }

    public override ReadOnlySpan<Value> References => All;

    public override Value Get(SlotKey key) => key.Kind == SlotKind.Item && key.Number >= 0 && key.Number < _count
        ? _deferred is { } itemAt ? itemAt((int)key.Number) : _items[_first + key.Number]
        : Value.Absent;

    public override bool TrySet(SlotKey key, Value value)
    {
        Settle();
        if (key.Kind != SlotKind.Item || key.Number < 0 || key.Number > _count || value.IsAbsent)
        {
            return false;
        }

        if (key.Number == _count)
        {
            Insert(_count, value);
        }
        else
        {
            this[(int)key.Number] = value;
        }

        return true;
    }

    public void Insert(int index, Value value)
    {
        Settle();
        if (index == 0 && _count > 0)
        {
            MakeRoom(front: true);
            _first--;
        }
        else
        {
            MakeRoom(front: false);
            Array.Copy(_items, _first + index, _items, _first + index + 1, _count - index);
        }

        _items[_first + index] = value;
        _count++;
        Touch();
    }

    public Value RemoveAt(int index)
    {
        Settle();
        var value = _items[_first + index];
        if (index == 0)
        {
            _items[_first++] = default;
        }
        else
        {
            Array.Copy(_items, _first + index + 1, _items, _first + index, _count - index - 1);
            _items[_first + _count - 1] = default;
        }

        _count--;
        Touch();
        return value;
    }

    /// <summary>Adds items behind the last. They may not be this list's own.</summary>
    public void Append(ReadOnlySpan<Value> added)
    {
        Settle();
        // A few more may follow: a display that repeats a list mostly adds one.
        const int Spare = 4;
        MakeRoom(front: false, added.Length + Spare);
        added.CopyTo(_items.AsSpan(_first + _count));
        _count += added.Length;
        Touch();
    }

    /// <summary>Replaces a stretch by other items.</summary>
    public void Splice(int start, int removed, IReadOnlyList<Value> added)
    {
        Settle();
        if (removed == 0 && start == _count)
        {
            // Programs extend a list again and again: what is there already is not moved each time.
            MakeRoom(front: false, added.Count);
            for (var i = 0; i < added.Count; i++)
            {
                _items[_first + _count + i] = added[i];
            }

            _count += added.Count;
            Touch();
            return;
        }

        if (start == 0 && added.Count == 0)
        {
            Array.Clear(_items, _first, removed);
            _first += removed;
            _count -= removed;
            Touch();
            return;
        }

        var all = new Value[_count - removed + added.Count];
        All[..start].CopyTo(all);
        for (var i = 0; i < added.Count; i++)
        {
            all[start + i] = added[i];
        }

        All[(start + removed)..].CopyTo(all.AsSpan(start + added.Count));
        Replace(all);
    }

    /// <summary>Takes the items in another order, or others.</summary>
    public void Replace(Value[] items)
    {
        _deferred = null;
        _items = items;
        _first = 0;
        _count = items.Length;
        Touch();
    }

    public override void Clear() => Replace([]);

    protected override void Append(List<Slot> slots)
    {
        Settle();
        for (var i = 0; i < _count; i++)
        {
            slots.Add(new Slot(SlotKey.Item(i), _items[_first + i]));
        }
    }

    /// <summary>Room for one more before the first item or behind the last: coming from the left is as cheap as from the right.</summary>
    private void MakeRoom(bool front, int wanted = 1)
    {
        if (front ? _first >= wanted : _first + _count + wanted <= _items.Length)
        {
            return;
        }

        var more = Math.Max(wanted, Math.Max(4, _count));
        var first = front ? more : 0;
        var larger = new Value[_count + more];
        All.CopyTo(larger.AsSpan(first));
        (_items, _first) = (larger, first);
    }
}
