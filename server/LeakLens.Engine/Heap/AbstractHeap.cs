using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Heap;

/// <summary>
/// All objects, in order of allocation, and the journal of every change since the start. A fork marks the journal, runs
/// one branch, takes its changes back, runs the other and joins the two: nothing is ever copied.
/// </summary>
internal sealed class AbstractHeap
{
    private readonly List<JournalEntry> _journal = [];
    private int _stamp;

    public int Mark => _journal.Count;

    public int ObjectCount { get; private set; }

    public HeapObject Allocate(ObjectKind kind, SyntaxNode node, int context, object? payload = null, bool summary = false) =>
        new(kind, new AllocationSite(node, context), ObjectCount++) { Payload = payload, IsSummary = summary };

    public HeapObject AllocateStr(SyntaxNode node, int context, Quantity length, StringKind kind, string? text = null) =>
        new(ObjectKind.Str, new AllocationSite(node, context), ObjectCount++) { InitialLength = length, StringKind = kind, InitialText = text };

    public HeapObject AllocateBytes(SyntaxNode node, int context, Quantity length) =>
        new(ObjectKind.Bytes, new AllocationSite(node, context), ObjectCount++) { InitialLength = length };

    public void Set(HeapObject target, SlotKey key, Value value)
    {
        target = target.Resolve();
        Write(target, target.FindOrAdd(key), value);
    }

    public void SetMeta(HeapObject target, Meta meta, Quantity value) => Set(target, SlotKey.Of(meta), Value.OfInt(value));

    public void AddMeta(HeapObject target, Meta meta, Quantity change)
    {
        var sum = target.Resolve().GetMeta(meta) + change;
        SetMeta(target, meta, sum.AtLeastZero());
    }

    public void Fold(HeapObject target, HeapObject summary)
    {
        _journal.Add(new JournalEntry(target, Position: -1, PreviousWrite: 0, Value.Absent));
        target.SetForward(summary);
    }

    /// <summary>Takes back every change since the mark.</summary>
    public void Rollback(int mark)
    {
        for (var i = _journal.Count - 1; i >= mark; i--)
        {
            Undo(_journal[i]);
        }

        _journal.RemoveRange(mark, _journal.Count - mark);
    }

    /// <summary>The slots written since the mark, each once, with what they hold now.</summary>
    public List<SlotWrite> Capture(int mark)
    {
        var changes = new List<SlotWrite>();
        for (var i = mark; i < _journal.Count; i++)
        {
            var entry = _journal[i];
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
        var later = new Dictionary<(HeapObject, int), Value>();
        for (var i = end; i < _journal.Count; i++)
        {
            var entry = _journal[i];
            if (entry.Position >= 0 && entry.PreviousWrite < end)
            {
                later.TryAdd((entry.Target, entry.Position), entry.Old);
            }
        }

        var changes = new List<SlotWrite>();
        for (var i = mark; i < end; i++)
        {
            var entry = _journal[i];
            if (entry.Position >= 0 && entry.PreviousWrite < mark)
            {
                var atEnd = later.TryGetValue((entry.Target, entry.Position), out var old) ? old : entry.Target.At(entry.Position).Value;
                changes.Add(new SlotWrite(entry.Target, entry.Position, atEnd));
            }
        }

        return changes;
    }

    /// <summary>Both lists of writes as one: where both wrote a slot, the later wins.</summary>
    public List<SlotWrite> Overlay(List<SlotWrite> earlier, List<SlotWrite> later)
    {
        var stamp = ++_stamp;
        foreach (var write in later)
        {
            write.Target.At(write.Position).Stamp = stamp;
        }

        earlier.RemoveAll(write => write.Target.At(write.Position).Stamp == stamp);
        earlier.AddRange(later);
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
        var end = _journal.Count;
        foreach (var write in other)
        {
            write.Target.At(write.Position).Stamp = stamp;
            JoinSlot(write.Target, write.Position, write.Value);
        }

        for (var i = mark; i < end; i++)
        {
            var entry = _journal[i];
            if (entry.Position >= 0 && entry.PreviousWrite < mark && entry.Target.At(entry.Position).Stamp != stamp)
            {
                JoinSlot(entry.Target, entry.Position, entry.Old);
            }
        }

        return other.Count + end - mark;
    }

    /// <summary>Whether since the mark some object older than <paramref name="birth"/> became longer.</summary>
    public bool GrewSince(int mark, int birth)
    {
        for (var i = mark; i < _journal.Count; i++)
        {
            var entry = _journal[i];
            if (entry.Target.Birth < birth && entry.Position >= 0 && entry.Target.At(entry.Position) is { Key: { Kind: SlotKind.Meta, Number: (long)Meta.Length } } slot
                && slot.Value.Number.High > entry.Old.Number.High)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Calls <paramref name="visit"/> for each slot written since the mark, once.</summary>
    public void VisitWrites(int mark, Action<HeapObject, SlotKey> visit)
    {
        for (var i = mark; i < _journal.Count; i++)
        {
            var entry = _journal[i];
            if (entry.Position >= 0 && entry.PreviousWrite < mark)
            {
                visit(entry.Target, entry.Target.At(entry.Position).Key);
            }
        }
    }

    private static void Undo(JournalEntry entry)
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

    private void Write(HeapObject target, int position, Value value)
    {
        ref var slot = ref target.At(position);
        _journal.Add(new JournalEntry(target, position, slot.LastWrite, slot.Value));
        slot.Value = value;
        slot.LastWrite = _journal.Count - 1;
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
