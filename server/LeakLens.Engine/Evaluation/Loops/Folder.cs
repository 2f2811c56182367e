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
    private readonly HashSet<HeapObject> _named = [];
    private readonly List<HeapObject> _kept = [];
    private readonly Dictionary<HeapObject, HeapObject?> _holders = [];
    private readonly List<HeapObject> _order = [];
    private readonly HashSet<HeapObject> _containers = [];
    private readonly HashSet<HeapObject> _owners = [];
    private readonly Action<HeapObject, int> _track;
    private readonly Action<HeapObject, int> _collectRecent;
    private LoopActivation _loop;

    private Folder(AbstractHeap heap, LoopActivation loop)
    {
        _heap = heap;
        _loop = loop;
        _track = Track;
        _collectRecent = CollectRecent;
    }

    /// <summary>One folder serves all loops of one evaluation, one after the other: its collections are used again.</summary>
    public static void Fold(ref Folder? shared, AbstractHeap heap, LoopActivation loop)
    {
        shared ??= new Folder(heap, loop);
        shared._loop = loop;
        shared.Fold();
    }

    private void Fold()
    {
        FlushRecent();
        TrackWrites();
        FindFresh();
        FoldUnnamed();
        if (_loop.FoldsSeen != _heap.FoldCount)
        {
            NormalizeGroups();
            _loop.FoldsSeen = _heap.FoldCount;
        }

        TrackWrites();
        _named.Clear();
        _kept.Clear();
        _holders.Clear();
        _order.Clear();
    }

    /// <summary>What came to containers in this trip joins the crowd.</summary>
    private void FlushRecent()
    {
        _heap.VisitWrites(_loop.JournalMark, _collectRecent);
        foreach (var container in _containers)
        {
            Evaluator.FlushRecent(_heap, container);
        }

        _containers.Clear();
    }

    private void CollectRecent(HeapObject target, int position)
    {
        if (target.At(position).Key.Kind == SlotKind.Recent)
        {
            _containers.Add(target.Resolve());
        }
    }

    private void TrackWrites()
    {
        _heap.VisitWrites(_loop.JournalMark, _track);
        _loop.JournalMark = _heap.TakeMark();
    }

    private void Track(HeapObject target, int position)
    {
        var kind = target.At(position).Key.Kind;
        var resolved = target.Resolve();
        if (resolved is { Kind: ObjectKind.Growth, Payload: HeapObject container })
        {
            // Counters are read through their container.
            Follow(container.Resolve(), GrowthLog.CountersOf(resolved.Site.Node));
        }
        else if (kind is not (SlotKind.Recent or SlotKind.RecentKey or SlotKind.RecentKeyObject or SlotKind.Latest) && IsTracked(resolved))
        {
            _loop.Track(resolved, ReferenceEquals(resolved, target) ? position : resolved.FindOrAdd(target.At(position).Key));
        }
    }

    private void Follow(HeapObject container, SlotKey key)
    {
        if (IsTracked(container))
        {
            _loop.Track(container, container.FindOrAdd(key));
        }
    }

    private bool IsTracked(HeapObject target) => !_loop.IsFresh(target) && (target.Kind != ObjectKind.Frame || target.Birth < _loop.FirstBirth);

    /// <summary>
    /// Finds what variables and attributes name first, then what containers reach, then what only named objects reach. A
    /// variable that names something fresh was written in the loop, so that looking at what is tracked is enough.
    /// </summary>
    private void FindFresh()
    {
        foreach (ref readonly var place in _loop.Variables)
        {
            Name(place.Read(place.Owner));
        }

        foreach (ref readonly var place in _loop.Tracked)
        {
            if (place.Key.IsNamed && !_loop.IsOwnSummary(place.Owner))
            {
                Name(place.Read(place.Owner.Resolve()));
            }
        }

        NameParts();
        foreach (ref readonly var place in _loop.Tracked)
        {
            ReachSlot(new Slot(place.Key, place.Read(place.Owner.Resolve())), holder: null);
        }

        Walk(0);
        foreach (var kept in _kept)
        {
            var from = _order.Count;
            foreach (ref readonly var slot in kept.Slots)
            {
                ReachSlot(slot, kept);
            }

            Walk(from);
        }
    }

    /// <summary>
    /// The containers and records that belong to a named object, as the list in a batch that is being filled, change with it: they
    /// too stay objects of their own. What an object holds of its own kind, as nodes do, does not belong to it.
    /// </summary>
    private void NameParts()
    {
        const int Deepest = 2;
        const int Most = 64;
        var from = 0;
        for (var depth = 0; depth < Deepest; depth++)
        {
            var end = Math.Min(_kept.Count, Most);
            for (; from < end; from++)
            {
                var kept = _kept[from];
                foreach (ref readonly var slot in kept.Slots)
                {
                    if (slot.Key.IsNamed && slot.Value.Reference is { IsLeaf: false, IsSummary: false } part && part.Kind is not (ObjectKind.Int or ObjectKind.Float or ObjectKind.Growth) && part.Site != kept.Site)
                    {
                        Name(slot.Value);
                    }
                }
            }
        }
    }

    private void Walk(int from)
    {
        for (var i = from; i < _order.Count; i++)
        {
            foreach (ref readonly var slot in _order[i].Slots)
            {
                ReachSlot(slot, _holders[_order[i]]);
            }
        }
    }

    private void Name(in Value value)
    {
        if (value.Kind is not (ValueKind.Object or ValueKind.Int or ValueKind.Float or ValueKind.Union))
        {
            return;
        }

        foreach (var alternative in value.Alternatives)
        {
            Name(alternative);
        }

        if (value.Reference is { } target && _loop.IsFresh(target) && _named.Add(target))
        {
            _kept.Add(target);
        }
    }

    private void ReachSlot(in Slot slot, HeapObject? holder)
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

    private void ReachValue(in Value value, HeapObject? holder)
    {
        if (value.Kind is not (ValueKind.Object or ValueKind.Int or ValueKind.Float or ValueKind.Union))
        {
            return;
        }

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
        // What is held comes before its holder, so that the holder's attributes name one summary, not a summary and an object.
        for (var i = _order.Count - 1; i >= 0; i--)
        {
            var target = _order[i];

            // The summary of one holder may itself have been found with another holder, and be part of that one's by now.
            var summary = _loop.SummaryFor(_holders[target], target, _heap).Resolve();
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
                var joined = Value.Join(summary.Get(slot.Key), slot.Value);
                _heap.Set(summary, slot.Key, joined);
                if (slot.Value.Reference is { Kind: ObjectKind.Int or ObjectKind.Float } number && !ReferenceEquals(joined.Reference, number))
                {
                    // A join of numbers names one of the objects that hold them: a variable may still name the other.
                    AddReferences(summary, number, count);
                }

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
        _owners.Clear();
        foreach (ref readonly var place in _loop.Tracked)
        {
            if (place.Key.Kind == SlotKind.Group)
            {
                _owners.Add(place.Owner.Resolve());
            }
        }

        foreach (var kept in _order)
        {
            _owners.Add(kept.Resolve());
        }

        foreach (var kept in _kept)
        {
            _owners.Add(kept);
        }

        return _owners;
    }
}
