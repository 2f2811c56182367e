using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>Reads the state that a loop changes, in an order and under names that are the same from trip to trip.</summary>
internal static class StateSampler
{
    private const int DeepestPath = 3;
    private const int MostComponents = 4096;

    public static Dictionary<int, Component> Sample(LoopActivation loop)
    {
        var state = new Dictionary<int, Component>();
        for (var i = 0; i < loop.Tracked.Count; i++)
        {
            var (owner, key) = loop.Tracked[i];
            var carrier = owner.Resolve();
            Visit(loop, state, parent: 0, carrier, new Slot(key, carrier.Get(key)), depth: 0);
        }

        return state;
    }

    private static void Visit(LoopActivation loop, Dictionary<int, Component> state, int parent, HeapObject carrier, Slot slot, int depth)
    {
        if (slot.Value.IsAbsent || state.Count > MostComponents)
        {
            return;
        }

        var key = slot.Key;
        if (key.Kind == SlotKind.Group && key.Name is HeapObject held)
        {
            var target = held.Resolve();
            if (slot.Value.Number == Quantities.Quantity.Zero)
            {
                return;
            }

            key = SlotKey.Group(target);
            if (loop.IsFresh(target))
            {
                return;
            }
        }

        var id = loop.PathId(new ComponentPath(parent, parent == 0 ? carrier.Birth : 0, key));
        state[id] = new Component(carrier, key, slot.Value);
        if (depth < DeepestPath && key.IsNamed && slot.Value.Reference is { } next && loop.IsFresh(next))
        {
            foreach (var inner in next.Slots)
            {
                Visit(loop, state, id, next, inner, depth + 1);
            }
        }
    }
}
