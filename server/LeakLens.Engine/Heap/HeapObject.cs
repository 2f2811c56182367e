using LeakLens.Engine.Facts;
using LeakLens.Engine.Known;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Heap;

/// <summary>
/// An object of the program, or a summary that stands for all objects that earlier trips of a loop made at one site.
/// Everything that can change is a slot; only <see cref="AbstractHeap"/> writes slots, so that every change can be undone.
/// Slots are never removed: the position of a slot names it for good.
/// </summary>
internal sealed class HeapObject
{
    private Slot[] _slots = [];
    private int _count;
    private int _locals;
    private Dictionary<SlotKey, int>? _index;
    private HeapObject? _forward;

    /// <summary>Of a str that was made with known characters: these. Of an instance of a library's type: all that it is.</summary>
    private object? _known;

    internal HeapObject(ObjectKind kind, AllocationSite site, int birth)
    {
        Kind = kind;
        Site = site;
        Birth = birth;
    }

    public ObjectKind Kind { get; }

    public AllocationSite Site { get; }

    /// <summary>Serial number of the allocation: older objects have smaller ones.</summary>
    public int Birth { get; }

    /// <summary>The serial number: objects are equal only to themselves.</summary>
    public override int GetHashCode() => Birth;

    /// <summary>Stands for the objects of earlier trips.</summary>
    public bool IsSummary { get; internal init; }

    /// <summary>Of a str or bytes: its length in characters or bytes. A leap over trips may have moved it on.</summary>
    public Quantity LeafLength => _count > 0 && Get(SlotKey.Of(Meta.Length)) is { IsAbsent: false } later ? later.Number : InitialLength;

    public StringKind StringKind { get; internal init; }

    /// <summary>Of a short str whose characters are known.</summary>
    public string? Text => _count == 0 ? InitialText : null;

    public bool IsLeaf => Kind is ObjectKind.Str or ObjectKind.Bytes;

    /// <summary>What the object is besides memory: the definition of a function, the scope of a frame ...</summary>
    public object? Payload { get; internal init; }

    /// <summary>What the container holds, when that is known one by one: the slots then show it, but are not where it is.</summary>
    public Contents? Contents { get; internal set; }

    /// <summary>The slots that are not local variables. Do not keep the span over a write.</summary>
    public ReadOnlySpan<Slot> Slots => Contents is { } contents ? contents.Show(OwnSlots) : OwnSlots;

    /// <summary>As <see cref="Slots"/>, without what <see cref="Contents"/> shows.</summary>
    public ReadOnlySpan<Slot> OwnSlots => _slots.AsSpan(_locals, _count - _locals);

    /// <summary>The local variables of a frame, by symbol index.</summary>
    public ReadOnlySpan<Slot> Locals => _slots.AsSpan(0, _locals);

    /// <summary>The number of the latest walk that came by.</summary>
    internal int VisitStamp { get; set; }

    /// <summary>What is noted of its names and attributes.</summary>
    internal PlaceNotes? Notes { get; set; }

    /// <summary>Of an instance of a library's type: all that it is, when that is known. Of a text whose characters are not known: what else is.</summary>
    public object? Known
    {
        get => Kind == ObjectKind.Str ? _known as DrawnName : _known;
        internal set => _known = value;
    }

    internal Quantity InitialLength { get; init; }

    internal string? InitialText
    {
        get => Kind == ObjectKind.Str ? _known as string : null;
        init => _known = value;
    }

    /// <summary>The object that stands for this one by now: itself, or the summary it was folded into.</summary>
    public HeapObject Resolve()
    {
        var current = this;
        while (current._forward is { } next)
        {
            current = next;
        }

        return current;
    }

    /// <summary>Of a summary: its objects refer to each other, so that who holds one may hold them all.</summary>
    public bool RefersToItself()
    {
        foreach (var slot in Slots)
        {
            if (ReferenceEquals(slot.Value.Reference, this) || (slot.Key.Kind == SlotKind.Group && ReferenceEquals((slot.Key.Name as HeapObject)?.Resolve(), this)))
            {
                return true;
            }

            foreach (var alternative in slot.Value.Alternatives)
            {
                if (ReferenceEquals(alternative.Reference, this))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public Value Get(SlotKey key)
    {
        if (Contents is { } contents && key.Kind is SlotKind.Item or SlotKind.Key)
        {
            return contents.Get(key);
        }

        var at = IndexOf(key);
        return at < 0 ? Value.Absent : _slots[at].Value;
    }

    public Quantity GetMeta(Meta meta) => Get(SlotKey.Of(meta)).Number;

    public override string ToString() => $"{Kind}#{Birth}{(IsSummary ? "*" : string.Empty)}";

    /// <summary>What is known of the object itself, without anything that it refers to.</summary>
    internal HeapObject Husk()
    {
        var husk = new HeapObject(Kind, Site, Birth);
        foreach (ref readonly var slot in OwnSlots)
        {
            if (slot.Key.Kind == SlotKind.Meta)
            {
                husk.At(husk.FindOrAdd(slot.Key)).Value = slot.Value;
            }
        }

        return husk;
    }

    internal void InitializeLocals(int count)
    {
        _slots = new Slot[count];
        _count = count;
        _locals = count;
        for (var i = 0; i < count; i++)
        {
            _slots[i] = new Slot(SlotKey.Local(i), Value.Absent);
        }
    }

    internal void SetForward(HeapObject? target) => _forward = target;

    /// <summary>The slot at a position that <see cref="FindOrAdd"/> gave.</summary>
    internal ref Slot At(int position) => ref _slots[position];

    internal int FindOrAdd(SlotKey key)
    {
        var at = IndexOf(key);
        if (at >= 0)
        {
            return at;
        }

        if (_count == _slots.Length)
        {
            Array.Resize(ref _slots, _count == 0 ? RoomAtFirst : _count * 2);
        }

        _slots[_count] = new Slot(key, Value.Absent);
        _index?.Add(key, _count);
        return _count++;
    }

    /// <summary>Bound methods and iterators are made by the thousand and hold one thing.</summary>
    private int RoomAtFirst => Kind is ObjectKind.BoundMethod or ObjectKind.Iterator or ObjectKind.Generator or ObjectKind.Range ? 1 : 4;

    /// <summary>Makes room for a number of slots that is known beforehand.</summary>
    internal void Reserve(int count)
    {
        if (_slots.Length < count)
        {
            Array.Resize(ref _slots, count);
        }
    }

    private int IndexOf(SlotKey key)
    {
        const int ScanUpTo = 16;
        if (key.Kind == SlotKind.Local)
        {
            return (int)key.Number;
        }

        if (_count - _locals > ScanUpTo)
        {
            return IndexOfMany(key);
        }

        for (var i = _locals; i < _count; i++)
        {
            if (_slots[i].Key.Equals(key))
            {
                return i;
            }
        }

        return -1;
    }

    private int IndexOfMany(SlotKey key)
    {
        if (_index is null)
        {
            _index = new Dictionary<SlotKey, int>(_count * 2);
            for (var i = _locals; i < _count; i++)
            {
                _index.Add(_slots[i].Key, i);
            }
        }

        return _index.TryGetValue(key, out var at) ? at : -1;
    }
}
