using LeakLens.Engine.Facts;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>
/// After each trip: what the trip made and left in containers becomes part of the summary of its allocation site. What a
/// variable or attribute still names stays an object of its own, because the next trip may change it (a batch that is
/// being filled); what nothing reaches is garbage and is forgotten.
/// </summary>
internal sealed class Folder
{
    private readonly AbstractHeap _heap;
    private readonly LoopActivation _loop;
    private readonly HashSet<HeapObject> _named = [];
    private readonly List<HeapObject> _kept = [];
    private readonly Dictionary<HeapObject, HeapObject?> _holders = [];
    private readonly List<HeapObject> _order = [];

    private Folder(AbstractHeap heap, LoopActivation loop)
    {
        _heap = heap;
        _loop = loop;
    }

    public static void Fold(AbstractHeap heap, LoopActivation loop, IEnumerable<HeapObject> liveFrames)
    {
        var folder = new Folder(heap, loop);
        folder.FlushRecent();
        folder.TrackWrites();
        folder.FindFresh(liveFrames);
        folder.FoldUnnamed();
        folder.NormalizeGroups();
        folder.TrackWrites();
    }

    /// <summary>What came to containers in this trip joins the crowd.</summary>
    private void FlushRecent()
    {
        var containers = new HashSet<HeapObject>();
        _heap.VisitWrites(_loop.JournalMark, (target, key) =>
        {
            if (key.Kind == SlotKind.Recent)
            {
                containers.Add(target.Resolve());
            }
        });
        foreach (var container in containers)
        {
            Evaluator.FlushRecent(_heap, container);
        }
    }

    private void TrackWrites()
    {
        _heap.VisitWrites(_loop.JournalMark, Track);
        _loop.JournalMark = _heap.TakeMark();
    }

    private void Track(HeapObject target, SlotKey key)
    {
        var resolved = target.Resolve();
        if (resolved is { Kind: ObjectKind.Growth, Payload: HeapObject container })
        {
            // Counters are read through their container.
            key = GrowthLog.CountersOf(resolved.Site.Node);
            resolved = container.Resolve();
        }

        if (key.Kind is SlotKind.Recent or SlotKind.RecentKey or SlotKind.RecentKeyObject or SlotKind.Latest)
        {
            return;
        }

        if (!_loop.IsFresh(resolved) && (resolved.Kind != ObjectKind.Frame || resolved.Birth < _loop.FirstBirth))
        {
            _loop.Track(resolved, key);
        }
    }

    /// <summary>Finds what variables and attributes name first, then what containers reach, then what only named objects reach.</summary>
    private void FindFresh(IEnumerable<HeapObject> liveFrames)
    {
        foreach (var frame in liveFrames)
        {
            foreach (var local in frame.Locals)
            {
                Name(local.Value);
            }
        }

        foreach (var (owner, key) in _loop.Tracked)
        {
            if (key.IsNamed && !_loop.IsOwnSummary(owner))
            {
                Name(owner.Resolve().Get(key));
            }
        }

        foreach (var (owner, key) in _loop.Tracked)
        {
            var carrier = owner.Resolve();
            ReachSlot(new Slot(key, carrier.Get(key)), holder: null);
        }

        Walk(0);
        foreach (var kept in _kept)
        {
            var from = _order.Count;
            foreach (var slot in kept.Slots)
            {
                ReachSlot(slot, kept);
            }

            Walk(from);
        }
    }

    private void Walk(int from)
    {
        for (var i = from; i < _order.Count; i++)
        {
            foreach (var slot in _order[i].Slots)
            {
                ReachSlot(slot, _holders[_order[i]]);
            }
        }
    }

    private void Name(Value value)
    {
        foreach (var alternative in value.Alternatives)
        {
            Name(alternative);
        }

        if (value.Reference is { } target && _loop.IsFresh(target) && _named.Add(target))
        {
            _kept.Add(target);
        }
    }

    private void ReachSlot(Slot slot, HeapObject? holder)
    {
        if (slot.Key.Kind == SlotKind.Group)
        {
            Reach(slot.Value.Number.High > 0 ? (slot.Key.Name as HeapObject)?.Resolve() : null, holder);
        }
        else if (slot.Key.Kind != SlotKind.Latest)
        {
            ReachValue(slot.Value, holder);
        }
    }

    private void ReachValue(Value value, HeapObject? holder)
    {
        foreach (var alternative in value.Alternatives)
        {
            ReachValue(alternative, holder);
        }

        Reach(value.Reference, holder);
    }

    private void Reach(HeapObject? target, HeapObject? holder)
    {
        if (target is not null && _loop.IsFresh(target) && !_named.Contains(target) && _holders.TryAdd(target, holder))
        {
            _order.Add(target);
        }
    }

    private void FoldUnnamed()
    {
        foreach (var target in _order)
        {
            var summary = _loop.SummaryFor(_holders[target], target, _heap);
            if (!ReferenceEquals(summary, target))
            {
                FoldInto(target, summary);
            }
        }
    }

    private void FoldInto(HeapObject target, HeapObject summary)
    {
        var count = target.IsSummary ? target.GetMeta(Meta.Count) : Quantity.One;
        _heap.AddMeta(summary, Meta.Count, count);
        _heap.AddMeta(summary, Meta.Bytes, ObjectBytes.Own(target));
        foreach (var slot in target.Slots)
        {
            FoldSlot(slot, count, summary);
        }

        _heap.Fold(target, summary);
    }

    private void FoldSlot(Slot slot, Quantity count, HeapObject summary)
    {
        switch (slot.Key.Kind)
        {
            case SlotKind.Meta:
                FoldMeta((Meta)slot.Key.Number, slot.Value, summary);
                break;
            case SlotKind.Group when slot.Key.Name is HeapObject held:
                AddReferences(summary, held.Resolve(), slot.Value.Number);
                break;
            case SlotKind.Item or SlotKind.Key when slot.Value.Reference is { } held:
                AddReferences(summary, held, count);
                break;
            case SlotKind.Attribute when slot.Value.Keys is { } keys:
                _heap.Set(summary, slot.Key, Value.Of(summary.Get(slot.Key).Keys is { } others ? KeySet.Unite(others, keys) : keys.Thin()));
                break;
            case SlotKind.Attribute when slot.Value.Reference is not { Kind: ObjectKind.Growth }:
                _heap.Set(summary, slot.Key, Value.Join(summary.Get(slot.Key), slot.Value));
                break;
            default:
                break;
        }
    }

    private void FoldMeta(Meta meta, Value value, HeapObject summary)
    {
        switch (meta)
        {
            case Meta.Count or Meta.Bytes or Meta.Recent:
                break;
            case Meta.Length or Meta.HighWater:
                _heap.AddMeta(summary, meta, value.Number);
                break;
            default:
                _heap.SetMeta(summary, meta, Quantity.Max(summary.GetMeta(meta), value.Number));
                break;
        }
    }

    private void AddReferences(HeapObject holder, HeapObject target, Quantity count)
    {
        var key = SlotKey.Group(target);
        _heap.Set(holder, key, Value.OfInt(holder.Get(key).Number + count));
    }

    /// <summary>Containers that held an object which is folded by now hold its summary instead.</summary>
    private void NormalizeGroups()
    {
        foreach (var owner in GroupOwners())
        {
            for (var i = 0; i < owner.Slots.Length; i++)
            {
                var slot = owner.Slots[i];
                if (slot.Key.Kind != SlotKind.Group || slot.Key.Name is not HeapObject held || slot.Value.IsAbsent || ReferenceEquals(held.Resolve(), held))
                {
                    continue;
                }

                _heap.Set(owner, slot.Key, Value.Absent);
                AddReferences(owner, held.Resolve(), slot.Value.Number);
            }
        }
    }

    private HashSet<HeapObject> GroupOwners()
    {
        var owners = new HashSet<HeapObject>();
        foreach (var (owner, key) in _loop.Tracked)
        {
            if (key.Kind == SlotKind.Group)
            {
                owners.Add(owner.Resolve());
            }
        }

        foreach (var kept in _order)
        {
            owners.Add(kept.Resolve());
        }

        owners.UnionWith(_kept);

        return owners;
    }
}
