using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>Reads the state that a loop changes, in an order and under names that are the same from trip to trip.</summary>
internal static class StateSampler
{
    private const int DeepestPath = 6;
    private const int MostComponents = 4096;

    public static LoopState Sample(LoopActivation loop)
    {
        var state = loop.States.Take();
        foreach (ref readonly var place in loop.Tracked)
        {
            var carrier = place.Owner.Resolve();
            Visit(loop, state, parent: 0, carrier, new Slot(place.Key, place.Read(carrier)), depth: 0);
        }

        return state;
    }

    private static void Visit(LoopActivation loop, LoopState state, int parent, HeapObject carrier, in Slot slot, int depth)
    {
        if (slot.Value.IsAbsent || slot.Key.Kind == SlotKind.Latest || state.Count > MostComponents)
        {
            return;
        }

        var key = slot.Key;
        var next = slot.Value.Reference;
        if (key.Kind == SlotKind.Group && key.Name is HeapObject held)
        {
            var target = held.Resolve();
            if (slot.Value.Number == Quantity.Zero || (loop.IsFresh(target) && !target.IsSummary))
            {
                return;
            }

            // The summaries of kept objects come and go with them: they are named by their site.
            next = loop.IsFresh(target) ? target : null;
            key = next is null ? SlotKey.Group(target) : new SlotKey(SlotKind.Group, target.Site.Context, target.Site.Node);
        }

        var id = loop.PathId(new ComponentPath(parent, parent == 0 ? carrier.Birth : 0, key));
        state.Put(id, carrier, slot.Key, slot.Value);
        foreach (var alternative in slot.Value.Alternatives)
        {
            // Each alternative is named by where it was made: the order in which they came does not matter.
            if (alternative.Reference is { } one && depth < DeepestPath)
            {
                var site = loop.PathId(new ComponentPath(id, 0, new SlotKey(SlotKind.Group, one.Site.Context, one.Site.Node)));
                VisitContents(loop, state, site, one, depth);
            }
        }

        if (depth < DeepestPath && next is not null)
        {
            VisitContents(loop, state, id, next, depth);
        }
    }

    private static void VisitContents(LoopActivation loop, LoopState state, int id, HeapObject next, int depth)
    {
        if (!loop.IsFresh(next) && next.Kind != ObjectKind.Growth)
        {
            return;
        }

        if (next is { IsLeaf: true, IsSummary: false })
        {
            Visit(loop, state, id, next, new Slot(SlotKey.Of(Meta.Length), Value.OfInt(next.LeafLength)), depth + 1);
            return;
        }

        foreach (ref readonly var inner in next.Slots)
        {
            Visit(loop, state, id, next, inner, depth + 1);
        }
    }
}
