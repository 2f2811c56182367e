using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Heap;

/// <summary>
/// All objects, in order of allocation, and the journal of every change since the start. A fork marks the journal, runs
/// one branch, takes its changes back, runs the other and joins the two: nothing is ever copied.
/// </summary>
public sealed class AbstractHeap
{
    private readonly List<HeapObject> _objects = [];
    private readonly List<JournalEntry> _journal = [];

    public int Mark => _journal.Count;

    public int ObjectCount => _objects.Count;

    public HeapObject ObjectAt(int birth) => _objects[birth];

    public HeapObject Allocate(ObjectKind kind, SyntaxNode node, int context, object? payload = null, bool summary = false) =>
        Add(new HeapObject(kind, new AllocationSite(node, context), _objects.Count) { Payload = payload, IsSummary = summary });

    public HeapObject AllocateStr(SyntaxNode node, int context, Quantity length, StringKind kind, string? text = null) =>
        Add(new HeapObject(ObjectKind.Str, new AllocationSite(node, context), _objects.Count) { InitialLength = length, StringKind = kind, InitialText = text });

    public HeapObject AllocateBytes(SyntaxNode node, int context, Quantity length) =>
        Add(new HeapObject(ObjectKind.Bytes, new AllocationSite(node, context), _objects.Count) { InitialLength = length });

    public void Set(HeapObject target, SlotKey key, Value value)
    {
        target = target.Resolve();
        var old = target.Get(key);
        _journal.Add(new JournalEntry(target, key, old));
        target.SetRaw(key, value);
    }

    public void SetMeta(HeapObject target, Meta meta, Quantity value) => Set(target, SlotKey.Of(meta), Value.OfInt(value));

    public void AddMeta(HeapObject target, Meta meta, Quantity change)
    {
        var sum = target.Resolve().GetMeta(meta) + change;
        SetMeta(target, meta, sum.AtLeastZero());
    }

    public void Fold(HeapObject target, HeapObject summary)
    {
        _journal.Add(new JournalEntry(target, Key: null, Value.Absent));
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

    /// <summary>The slots written since the mark, each once, with what they held at the mark.</summary>
    public Dictionary<(HeapObject Target, SlotKey Key), Value> ChangesSince(int mark) => ChangesBetween(mark, _journal.Count);

    /// <summary>As <see cref="ChangesSince"/>, for the writes up to <paramref name="end"/>.</summary>
    public Dictionary<(HeapObject Target, SlotKey Key), Value> ChangesBetween(int mark, int end)
    {
        var changes = new Dictionary<(HeapObject, SlotKey), Value>();
        for (var i = mark; i < end; i++)
        {
            if (_journal[i].Key is { } key)
            {
                changes.TryAdd((_journal[i].Target, key), _journal[i].Old);
            }
        }

        return changes;
    }

    /// <summary>Whether since the mark some object older than <paramref name="birth"/> became longer, or came to hold more objects.</summary>
    internal bool GrewSince(int mark, int birth)
    {
        for (var i = mark; i < _journal.Count; i++)
        {
            var (target, key, old) = _journal[i];
            if (target.Birth < birth && key is { Kind: SlotKind.Meta, Number: (long)Meta.Length } && target.Get(key.Value).Number.High > old.Number.High)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Calls <paramref name="visit"/> for each write since the mark, repeats included.</summary>
    internal void VisitWrites(int mark, Action<HeapObject, SlotKey> visit)
    {
        for (var i = mark; i < _journal.Count; i++)
        {
            if (_journal[i].Key is { } key)
            {
                visit(_journal[i].Target, key);
            }
        }
    }

    private static void Undo(JournalEntry entry)
    {
        if (entry.Key is { } key)
        {
            entry.Target.SetRaw(key, entry.Old);
        }
        else
        {
            entry.Target.SetForward(null);
        }
    }

    private HeapObject Add(HeapObject created)
    {
        _objects.Add(created);
        return created;
    }
}
