using System.Runtime.InteropServices;
using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Heap;

/// <summary>The entries of a dict or set, in the order in which they came.</summary>
internal sealed class EntryContents : Contents
{
    private const int SmallestTable = 3;

    /// <summary>Of so many entries the one under a key is found by a look at each: a program may hold a hundred thousand small dicts.</summary>
    private const int MostWithoutPlaces = 8;

    private readonly List<Entry> _entries = [];
    private Dictionary<ExactKey, int>? _places;
    private int _count;
    private int _first;
    private int _tableLog = SmallestTable;
    private long _usable = ContainerSizes.UsableOfDict(SmallestTable);

    public override int Count => _count;

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
    public IEnumerable<ExactKey> Identities
    {
        get
        {
            for (var i = 0; i < _entries.Count; i++)
            {
                if (_entries[i].IsAlive)
                {
                    yield return _entries[i].Identity;
                }
            }
        }
    }

    public bool Holds(in ExactKey key) => PlaceOf(key) >= 0;

    /// <summary>The value under a key; absent when there is none.</summary>
    public Value ValueOf(in ExactKey key) => PlaceOf(key) is var at and >= 0 ? _entries[at].Value : Value.Absent;

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
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(_entries))
        {
            if (entry.IsAlive && !other.Holds(entry.Identity))
            {
                return false;
            }
        }

        return true;
    }

    public void Put(in ExactKey identity, Value key, Value value)
    {
        if (PlaceOf(identity) is var at and >= 0)
        {
            CollectionsMarshal.AsSpan(_entries)[at].Value = value;
        }
        else
        {
            TakeRoom();
            Add(new Entry(identity, key, value) { IsAlive = true });
        }

        Touch();
    }

    /// <summary>Puts all entries of another dict into this one, which is empty.</summary>
    /// <returns>Some keys are no texts.</returns>
    public bool CopyAll(EntryContents other)
    {
        var isMixed = false;
        _entries.EnsureCapacity(other._count);
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(other._entries))
        {
            if (entry.IsAlive)
            {
                TakeRoom();
                Add(entry);
                isMixed |= entry.Identity.Data is not string;
            }
        }

        Touch();
        return isMixed;
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
            _tableLog = ContainerSizes.LogOfDict(3L * _count);
            _usable = ContainerSizes.UsableOfDict(_tableLog) - _count;
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
        if (PlaceOf(identity) is var at && at < 0)
        {
            return default;
        }

        _places?.Remove(identity);
        _count--;
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
        _count++;
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
        _places = null;
        _count = 0;
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

    private void Add(in Entry entry)
    {
        if (_places is null && _entries.Count >= MostWithoutPlaces)
        {
            Compact();
            if (_count >= MostWithoutPlaces)
            {
                _places = [];
                Renumber();
            }
        }

        _places?.Add(entry.Identity, _entries.Count);
        if (_entries.Capacity == 0)
        {
            _entries.Capacity = 1;
        }

        _entries.Add(entry);
        _count++;
    }

    /// <summary>Where the entry under a key is; negative when there is none.</summary>
    private int PlaceOf(in ExactKey identity)
    {
        if (_places is not null)
        {
            return _places.TryGetValue(identity, out var known) ? known : -1;
        }

        var entries = CollectionsMarshal.AsSpan(_entries);
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].IsAlive && entries[i].Identity.Equals(identity))
            {
                return i;
            }
        }

        return -1;
    }

    private void Renumber()
    {
        _first = 0;
        for (var i = 0; _places is not null && i < _entries.Count; i++)
        {
            _places[_entries[i].Identity] = i;
        }
    }

    private record struct Entry(ExactKey Identity, Value Key, Value Value)
    {
        public bool IsAlive { get; init; }
    }
}
