using System.Runtime.InteropServices;
using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Heap;

/// <summary>The entries of a dict or set, in the order in which they came.</summary>
internal sealed class EntryContents : Contents
{
    private const int SmallestTable = 3;

    private readonly Dictionary<ExactKey, int> _places = [];
    private readonly List<Entry> _entries = [];
    private int _first;
    private int _tableLog = SmallestTable;
    private long _usable = ContainerSizes.UsableOfDict(SmallestTable);

    public override int Count => _places.Count;

    public override ReadOnlySpan<Value> References
    {
        get
        {
            var all = new Value[2 * _entries.Count];
            var at = 0;
            foreach (ref readonly var entry in CollectionsMarshal.AsSpan(_entries))
            {
                all[at++] = entry.Key;
                all[at++] = entry.Value;
            }

            return all;
        }
    }

    /// <summary>What makes its keys equal to others.</summary>
    public IEnumerable<ExactKey> Identities => _places.Keys;

    public bool Holds(in ExactKey key) => _places.ContainsKey(key);

    /// <summary>The value under a key; absent when there is none.</summary>
    public Value ValueOf(in ExactKey key) => _places.TryGetValue(key, out var at) ? _entries[at].Value : Value.Absent;

    /// <summary>The entry at a place in the order.</summary>
    public (Value Key, Value Value) At(int index)
    {
        if (index == Count - 1)
        {
            DropTail();
            var last = _entries[^1];
            return (last.Key, last.Value);
        }

        SkipHead();
        if (index > 0 && _entries.Count - _first != Count)
        {
            Compact();
        }

        var entry = _entries[_first + index];
        return (entry.Key, entry.Value);
    }

    /// <summary>Whether all keys are keys of the other, too.</summary>
    public bool IsWithin(EntryContents other)
    {
        foreach (var key in _places.Keys)
        {
            if (!other._places.ContainsKey(key))
            {
                return false;
            }
        }

        return true;
    }

    public void Put(in ExactKey identity, Value key, Value value)
    {
        if (_places.TryGetValue(identity, out var at))
        {
            CollectionsMarshal.AsSpan(_entries)[at].Value = value;
        }
        else
        {
            TakeRoom();
            _places.Add(identity, _entries.Count);
            _entries.Add(new Entry(identity, key, value) { IsAlive = true });
        }

        Touch();
    }

    /// <summary>
    /// So many entries fit the table of a dict that came to be like this. What is taken out makes no room: that comes when the table is
    /// full and a new one is made, for three times as many entries as there are then.
    /// </summary>
    public long TableRoom => ContainerSizes.UsableOfDict(_tableLog);

    private void TakeRoom()
    {
        if (_usable <= 0)
        {
            _tableLog = ContainerSizes.LogOfDict(3L * _places.Count);
            _usable = ContainerSizes.UsableOfDict(_tableLog) - _places.Count;
        }

        _usable--;
    }

    /// <summary>Puts the entry under a key behind all others. The table stays as it is.</summary>
    public void MoveToEnd(in ExactKey identity)
    {
        var (key, value) = Remove(identity);
        _usable++;
        Put(identity, key, value);
    }

    /// <summary>Takes an entry out.</summary>
    /// <returns>Its key and value; absent when there is none.</returns>
    public (Value Key, Value Value) Remove(in ExactKey identity)
    {
        if (!_places.Remove(identity, out var at))
        {
            return default;
        }

        var entry = _entries[at];
        _entries[at] = default;
        Touch();
        return (entry.Key, entry.Value);
    }

    /// <summary>Takes out the first or the last entry.</summary>
    public (Value Key, Value Value) RemoveEnd(bool last)
    {
        if (last)
        {
            DropTail();
        }
        else
        {
            SkipHead();
        }

        return Remove(_entries[last ? _entries.Count - 1 : _first].Identity);
    }

    /// <summary>Puts the entry under a key before all others.</summary>
    public void MoveToFront(in ExactKey identity)
    {
        var (key, value) = Remove(identity);
        Compact();
        _entries.Insert(0, new Entry(identity, key, value) { IsAlive = true });
        Renumber();
        Touch();
    }

    public override Value Get(SlotKey key) => key.Kind == SlotKind.Key ? ValueOf(IdentityOf(key)) : Value.Absent;

    public override bool TrySet(SlotKey key, Value value)
    {
        if (key.Kind != SlotKind.Key)
        {
            return false;
        }

        if (value.IsAbsent)
        {
            Remove(IdentityOf(key));
        }
        else
        {
            Put(IdentityOf(key), key.Name is string text ? Value.OfText(text) : Value.OfInt(key.Number), value);
        }

        return true;
    }

    public override void Clear()
    {
        _places.Clear();
        _entries.Clear();
        _first = 0;
        _tableLog = SmallestTable;
        _usable = ContainerSizes.UsableOfDict(SmallestTable);
        Touch();
    }

    protected override void Append(List<Slot> slots)
    {
        var at = 0;
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(_entries))
        {
            if (!entry.IsAlive)
            {
                continue;
            }

            if (entry.Key.Reference is not null)
            {
                slots.Add(new Slot(SlotKey.RecentKeyObject(at), entry.Key));
            }

            if (!entry.Value.IsAbsent)
            {
                slots.Add(new Slot(SlotOf(entry, at), entry.Value));
            }

            at++;
        }
    }

    private static SlotKey SlotOf(in Entry entry, int at) => entry.Identity.Data is string text ? SlotKey.Key(text)
        : entry.Identity.WholeNumber is { } number ? SlotKey.Key(number)
        : SlotKey.Recent(at);

    private static ExactKey IdentityOf(SlotKey key) => key.Name is string text ? ExactKey.Of(text) : ExactKey.Of(key.Number);

    private void SkipHead()
    {
        while (_first < _entries.Count && !_entries[_first].IsAlive)
        {
            _first++;
        }
    }

    private void DropTail()
    {
        while (_entries.Count > 0 && !_entries[^1].IsAlive)
        {
            _entries.RemoveAt(_entries.Count - 1);
        }

        _first = Math.Min(_first, _entries.Count);
    }

    private void Compact()
    {
        _entries.RemoveAll(static entry => !entry.IsAlive);
        Renumber();
    }

    private void Renumber()
    {
        _first = 0;
        for (var i = 0; i < _entries.Count; i++)
        {
            _places[_entries[i].Identity] = i;
        }
    }

    private record struct Entry(ExactKey Identity, Value Key, Value Value)
    {
        public bool IsAlive { get; init; }
    }
}
