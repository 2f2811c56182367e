using System.Numerics;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Facts;

/// <summary>
/// Bytes that objects of the exact run keep alive: of each object that can be reached its own, once. As <see cref="RetainedSize"/>,
/// for heaps of many objects of which hardly any stands for others.
/// </summary>
internal sealed class ExactSize
{
    private readonly AbstractHeap _heap;
    private readonly TargetVersion _target;
    private readonly Stack<HeapObject> _open = new();
    private int _stamp;

    /// <param name="heap">Where all objects are that will be measured.</param>
    public ExactSize(AbstractHeap heap, TargetVersion target)
    {
        _heap = heap;
        _target = target;
    }

    /// <summary>Measures what some objects keep alive together; what is older than <paramref name="notOlderThan"/> was there anyway, unless it is one of them.</summary>
    /// <param name="visits">How many objects were looked at.</param>
    public Quantity Of(IEnumerable<Value> roots, int notOlderThan, out int visits)
    {
        _stamp = _heap.NextWalk();
        foreach (var root in roots)
        {
            Reach(root, notOlderThan: 0);
        }

        return Walk(notOlderThan, out visits);
    }

    public Quantity Of(HeapObject container, int notOlderThan, out int visits)
    {
        _stamp = _heap.NextWalk();
        Reach(container, notOlderThan: 0);
        return Walk(notOlderThan, out visits);
    }

    /// <summary>Begins to measure objects one after the other, so that what an earlier one keeps alive is no more counted with a later.</summary>
    public void BeginTelling() => _stamp = _heap.NextWalk();

    /// <summary>What an object keeps alive besides what was told before.</summary>
    public Quantity Tell(IEnumerable<HeapObject> roots, int notOlderThan)
    {
        foreach (var root in roots)
        {
            Reach(root, notOlderThan: 0);
        }

        return Walk(notOlderThan, out _);
    }

    /// <summary>The number of the latest walk.</summary>
    public int LatestWalk => _stamp;

    /// <summary>How many objects some values keep alive, how many bytes the evaluation takes for them, and how many of these are characters of texts and known bytes, two in a character.</summary>
    /// <param name="forgetsBuffers">What is in bytearrays is not remembered any more.</param>
    public (int Objects, long Bytes, long Characters) Count(IEnumerable<Value> roots, bool forgetsBuffers = false)
    {
        // Of this program, not of the one that is evaluated: an object, a slot of it, an item of a list, and an entry of a dict.
        const long OfObject = 160;
        const long OfSlot = 64;
        const long OfItem = 32;
        const long OfEntry = 120;

        _stamp = _heap.NextWalk();
        foreach (var root in roots)
        {
            Reach(root, notOlderThan: 0);
        }

        var (objects, bytes, characters) = (0, 0L, 0L);
        while (_open.TryPop(out var target))
        {
            objects++;
            if (forgetsBuffers && target.Known is ByteBuffer)
            {
                target.Known = null;
            }

            characters += (target.InitialText?.Length ?? 0) + (ContentOf(target) / sizeof(char));
            bytes += OfObject + (target.OwnSlots.Length * OfSlot);
            bytes += (target.Contents?.Count ?? 0) * (target.Contents is EntryContents ? OfEntry : OfItem);
            FollowAll(target, notOlderThan: 0);
        }

        return (objects, bytes + (characters * sizeof(char)), characters);
    }

    /// <summary>Bytes that are known one by one.</summary>
    private static int ContentOf(HeapObject target) => target.Payload switch
    {
        byte[] content => content.Length,
        BigInteger number => number.GetByteCount(),
        _ => target.Known switch { HashState hash => hash.Length, ByteBuffer buffer => buffer.Kept, _ => 0 },
    };

    private Quantity Walk(int notOlderThan, out int visits)
    {
        var bytes = Quantity.Zero;
        visits = 0;
        while (_open.TryPop(out var target))
        {
            visits++;
            bytes += ObjectBytes.Own(target) + VersionDifference.Of(target, _target);
            FollowAll(target, notOlderThan);
        }

        return bytes;
    }

    private void FollowAll(HeapObject target, int notOlderThan)
    {
        foreach (ref readonly var slot in target.OwnSlots)
        {
            if (target.Kind != ObjectKind.ByteArray || slot.Key.Kind == SlotKind.Attribute)
            {
                Follow(slot, notOlderThan);
            }
        }

        if (target.Payload is DictView view)
        {
            // It shows what the dict holds, and keeps nothing else.
            Reach(view.Dict, notOlderThan);
        }
        else if (target.Contents is { } contents)
        {
            foreach (ref readonly var value in contents.References)
            {
                Reach(value, notOlderThan);
            }
        }
    }

    private void Follow(in Slot slot, int notOlderThan)
    {
        if (slot.Key.Kind == SlotKind.Group && slot.Key.Name is HeapObject held)
        {
            if (slot.Value.Number.High > 0)
            {
                Reach(held.Resolve(), notOlderThan);
            }
        }
        else if (slot.Key.Kind != SlotKind.Latest)
        {
            Reach(slot.Value, notOlderThan);
        }
    }

    private void Reach(in Value value, int notOlderThan)
    {
        if (value.Kind == ValueKind.Union)
        {
            foreach (ref readonly var alternative in value.Alternatives)
            {
                Reach(alternative, notOlderThan);
            }
        }
        else if (value.Reference is { } target)
        {
            Reach(target, notOlderThan);
        }
    }

    private void Reach(HeapObject target, int notOlderThan)
    {
        if (target.VisitStamp != _stamp && target.Birth >= notOlderThan && target.Kind is not (ObjectKind.Frame or ObjectKind.Growth))
        {
            target.VisitStamp = _stamp;
            _open.Push(target);
        }
    }
}
