using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Heap;

/// <summary>
/// All objects, in order of allocation, and the journal of every change since the start. A fork marks the journal, runs
/// one branch, takes its changes back, runs the other and joins the two: nothing is ever copied. An object that is younger
/// than every mark needs no journal: taking back to any mark makes it unreachable.
/// </summary>
internal sealed class AbstractHeap
{
    private const int MostSpareLists = 128;

    // Some twenty megabytes each; hardly any program comes near.
    private const int MostObjects = 60_000;
    private const int MostEntries = 400_000;

    /// <summary>Of the exact run: so many objects may be there, the dead ones not yet looked for among them, before what is alive is looked at again.</summary>
    private const int MostUnseen = 160_000;
    private const int FirstLook = 100_000;
    private const int FewestBetweenLooks = 40_000;
    private const int ItemsBetweenLooks = 500_000;

    private readonly Journal _journal = new();
    private readonly Stack<List<SlotWrite>> _spareLists = new();
    private int _stamp;
    private int _committedObjects;
    private int _youngFrom;
    private int _nextLook = FirstLook;
    private long _copiedItems;
    private int _walks;

    /// <summary>Where the journal ends, to measure distances; <see cref="TakeMark"/> gives a mark to go back to.</summary>
    public int JournalEnd => _journal.End;

    public int ObjectCount { get; private set; }

    /// <summary>How often an object became part of a summary.</summary>
    public int FoldCount { get; private set; }

    /// <summary>So much was made or changed since the last <see cref="Commit"/> that going on would take too much memory.</summary>
    public bool IsFull => !IsExact && (ObjectCount - _committedObjects > MostObjects || _journal.Count > MostEntries);

    /// <summary>Everything happens once and is known: containers tell their contents one by one, and nothing is ever taken back.</summary>
    public bool IsExact { get; init; }

    /// <summary>Of the exact run: so much was made since it was last looked at what of it is alive.</summary>
    public bool NeedsLook => ObjectCount > _nextLook || _copiedItems > ItemsBetweenLooks;

    /// <summary>The number of a new walk over objects: no two walks have the same, whoever makes them.</summary>
    public int NextWalk() => ++_walks;

    /// <summary>What is alive has been looked at: so many objects.</summary>
    public void Looked(int alive)
    {
        _nextLook = ObjectCount + Math.Max(FewestBetweenLooks, Math.Max(alive / 2, MostUnseen - alive));
        _copiedItems = 0;
    }

    /// <summary>So many items came to a container.</summary>
    public void NoteCopied(int items) => _copiedItems += items;

    public HeapObject Allocate(ObjectKind kind, SyntaxNode node, int context, object? payload = null, bool summary = false) =>
        new(kind, new AllocationSite(node, context), ObjectCount++) { Payload = payload, IsSummary = summary, Contents = NewContents(kind, summary) };

    /// <summary>An object of the same kind, made at the same place.</summary>
    public HeapObject AllocateLike(HeapObject example, bool summary) =>
        new(example.Kind, example.Site, ObjectCount++) { Payload = example.Payload, IsSummary = summary, StringKind = example.StringKind, InitialLength = example.InitialLength };

    /// <summary>An object of the same kind, made elsewhere.</summary>
    public HeapObject AllocateAt(HeapObject example, SyntaxNode node, int context) =>
        new(example.Kind, new AllocationSite(node, context), ObjectCount++)
        {
            Payload = example.Payload, IsSummary = example.IsSummary, StringKind = example.StringKind, InitialLength = example.InitialLength, Contents = NewContents(example.Kind, example.IsSummary),
        };

    public HeapObject AllocateStr(SyntaxNode node, int context, Quantity length, StringKind kind, string? text = null) =>
        new(ObjectKind.Str, new AllocationSite(node, context), ObjectCount++) { InitialLength = length, StringKind = kind, InitialText = text };

    public HeapObject AllocateBytes(SyntaxNode node, int context, Quantity length, byte[]? content = null) =>
        new(ObjectKind.Bytes, new AllocationSite(node, context), ObjectCount++) { InitialLength = length, Payload = content };

    /// <summary>A moment that changes can be taken back to, or counted from.</summary>
    public int TakeMark()
    {
        _youngFrom = ObjectCount;
        return _journal.End;
    }

    /// <summary>The evaluation is over: nothing will be written any more.</summary>
    public void Close() => _journal.Close();

    /// <summary>Makes everything that happened so far final: no mark that was taken before is used any more.</summary>
    public void Commit()
    {
        _journal.Forget();
        _committedObjects = ObjectCount;
    }

    public void Set(HeapObject target, SlotKey key, Value value)
    {
        target = target.Resolve();
        if (target.Contents is { } contents && key.Kind is SlotKind.Item or SlotKind.Key or SlotKind.Group)
        {
            if (key.Kind != SlotKind.Group && contents.TrySet(key, value))
            {
                return;
            }

            Disperse(target);
        }

        Write(target, target.FindOrAdd(key), value);
    }

    /// <summary>From here on what the container holds is only counted: something came that stands for many, or for one that is not known.</summary>
    public void Disperse(HeapObject container)
    {
        var contents = container.Slots.ToArray();
        container.Contents = null;
        if (container.Kind is ObjectKind.Dict or ObjectKind.Set)
        {
            ContainerKeys.Set(this, container, KeySet.Empty.Blur());
        }

        foreach (var slot in contents)
        {
            if (slot.Key.Kind is SlotKind.Item or SlotKind.Key or SlotKind.Recent or SlotKind.RecentKeyObject && slot.Value.Reference is { } held)
            {
                var key = SlotKey.Group(held);
                Set(container, key, Value.OfInt(container.Get(key).Number + Quantity.One));
            }
        }
    }

    public void SetMeta(HeapObject target, Meta meta, Quantity value) => Set(target, SlotKey.Of(meta), Value.OfInt(value));

    public void AddMeta(HeapObject target, Meta meta, Quantity change)
    {
        target = target.Resolve();
        var position = target.FindOrAdd(SlotKey.Of(meta));
        var sum = target.At(position).Value.Number + change;
        Write(target, position, Value.OfInt(sum.AtLeastZero()));
    }

    public void Fold(HeapObject target, HeapObject summary)
    {
        _journal.Add(target, position: -1, previousWrite: 0, Value.Absent);
        target.SetForward(summary);
        FoldCount++;
    }

    /// <summary>Takes back every change since the mark.</summary>
    public void Rollback(int mark)
    {
        var entries = _journal.Since(mark);
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            Undo(entries[i]);
        }

        _journal.Cut(mark);
    }

    /// <summary>The slots written since the mark, each once, with what they hold now. Hand the list back with <see cref="Discard"/>.</summary>
    public List<SlotWrite> Capture(int mark)
    {
        var changes = NewList();
        var entries = _journal.Since(mark);
        if (changes.Capacity < entries.Length)
        {
            changes.EnsureCapacity(CountFirst(entries, mark));
        }

        foreach (ref readonly var entry in entries)
        {
            if (entry.Position >= 0 && entry.PreviousWrite < mark)
            {
                changes.Add(new SlotWrite(entry.Target, entry.Position, entry.Target.At(entry.Position).Value));
            }
        }

        return changes;
    }

    /// <summary>The slots written between two marks, each once, with what they held at the second.</summary>
    public List<SlotWrite> CaptureBetween(int mark, int end)
    {
        var changes = NewList();
        var later = _journal.Since(end);
        var stamp = _stamp + 1;
        _stamp += later.Length;
        for (var i = 0; i < later.Length; i++)
        {
            if (later[i].Position >= 0 && later[i].PreviousWrite < end)
            {
                later[i].Target.At(later[i].Position).Stamp = stamp + i;
            }
        }

        foreach (ref readonly var entry in _journal.Since(mark)[..(end - mark)])
        {
            if (entry.Position >= 0 && entry.PreviousWrite < mark)
            {
                ref var slot = ref entry.Target.At(entry.Position);
                changes.Add(new SlotWrite(entry.Target, entry.Position, slot.Stamp >= stamp ? later[slot.Stamp - stamp].Old : slot.Value));
            }
        }

        return changes;
    }

    /// <summary>Both lists of writes as one: where both wrote a slot, the later wins. The later list is used up.</summary>
    public List<SlotWrite> Overlay(List<SlotWrite> earlier, List<SlotWrite> later)
    {
        var stamp = ++_stamp;
        foreach (var write in later)
        {
            write.Target.At(write.Position).Stamp = stamp;
        }

        earlier.RemoveAll(write => write.Target.At(write.Position).Stamp == stamp);
        earlier.AddRange(later);
        Discard(later);
        return earlier;
    }

    public void Apply(List<SlotWrite> changes)
    {
        foreach (var change in changes)
        {
            Write(change.Target, change.Position, change.Value);
        }
    }

    /// <summary>Joins the present state with another one that split off at the mark and wrote <paramref name="other"/>.</summary>
    /// <returns>How many slots were looked at.</returns>
    public int Join(List<SlotWrite> other, int mark)
    {
        var stamp = ++_stamp;
        var end = _journal.End;
        foreach (var write in other)
        {
            write.Target.At(write.Position).Stamp = stamp;
            JoinSlot(write.Target, write.Position, write.Value);
        }

        for (var i = mark; i < end; i++)
        {
            // Joining writes, and so may move the journal: its entries are read one by one.
            var entry = _journal.At(i);
            if (entry.Position >= 0 && entry.PreviousWrite < mark && entry.Target.At(entry.Position).Stamp != stamp)
            {
                JoinSlot(entry.Target, entry.Position, entry.Old);
            }
        }

        return other.Count + end - mark;
    }

    /// <summary>Gives back a list that <see cref="Capture"/> made and that nothing refers to any more.</summary>
    public void Discard(List<SlotWrite> changes)
    {
        if (_spareLists.Count < MostSpareLists)
        {
            changes.Clear();
            _spareLists.Push(changes);
        }
    }

    /// <summary>Whether since the mark some object older than <paramref name="birth"/> became longer.</summary>
    public bool GrewSince(int mark, int birth)
    {
        foreach (ref readonly var entry in _journal.Since(mark))
        {
            if (entry.Target.Birth < birth && entry.Position >= 0 && entry.Target.At(entry.Position) is { Key: { Kind: SlotKind.Meta, Number: (long)Meta.Length } } slot
                && slot.Value.Number.High > entry.Old.Number.High)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A variable or attribute that is older than <paramref name="birth"/> was given another number since the mark.</summary>
    public bool CountedSince(int mark, int birth)
    {
        foreach (ref readonly var entry in _journal.Since(mark))
        {
            if (entry.Target.Birth < birth && entry.Position >= 0 && entry.Old.Kind == ValueKind.Int && entry.Target.At(entry.Position) is { Key.Kind: SlotKind.Local or SlotKind.Attribute } slot
                && slot.Value.Kind == ValueKind.Int && slot.Value.Number != entry.Old.Number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Calls <paramref name="visit"/> for each slot written since the mark, once.</summary>
    public void VisitWrites(int mark, Action<HeapObject, int> visit)
    {
        var end = _journal.End;
        for (var i = mark; i < end; i++)
        {
            var entry = _journal.At(i);
            if (entry.Position >= 0 && entry.PreviousWrite < mark)
            {
                visit(entry.Target, entry.Position);
            }
        }
    }

    private Contents? NewContents(ObjectKind kind, bool summary) => !IsExact || summary ? null : kind switch
    {
        ObjectKind.List or ObjectKind.Deque => new ItemContents(),
        ObjectKind.Dict or ObjectKind.Set => new EntryContents(),
        _ => null,
    };

    private static int CountFirst(ReadOnlySpan<JournalEntry> entries, int mark)
    {
        var count = 0;
        foreach (ref readonly var entry in entries)
        {
            count += entry.Position >= 0 && entry.PreviousWrite < mark ? 1 : 0;
        }

        return count;
    }

    private List<SlotWrite> NewList() => _spareLists.TryPop(out var list) ? list : [];

    private static void Undo(in JournalEntry entry)
    {
        if (entry.Position < 0)
        {
            entry.Target.SetForward(null);
            return;
        }

        ref var slot = ref entry.Target.At(entry.Position);
        slot.Value = entry.Old;
        slot.LastWrite = entry.PreviousWrite;
    }

    /// <summary>Summaries, counters and what came in this trip are looked for in the journal at the end of a trip, however young they are.</summary>
    private void Write(HeapObject target, int position, in Value value)
    {
        ref var slot = ref target.At(position);
        if (IsExact)
        {
            target.Contents?.Touch();
        }
        else if (target.Birth < _youngFrom || target.IsSummary || target.Kind == ObjectKind.Growth || slot.Key.Kind >= SlotKind.Recent)
        {
            slot.LastWrite = _journal.Add(target, position, slot.LastWrite, slot.Value);
        }

        slot.Value = value;
    }

    private void JoinSlot(HeapObject target, int position, Value other)
    {
        ref var slot = ref target.At(position);
        var now = slot.Value;
        if (slot.Key.Kind is SlotKind.Group or SlotKind.Meta)
        {
            now = now.IsAbsent ? Value.OfInt(0) : now;
            other = other.IsAbsent ? Value.OfInt(0) : other;
        }

        var joined = Value.Join(now, other);
        if (!joined.Equals(now))
        {
            Write(target, position, joined);
        }
    }
}
