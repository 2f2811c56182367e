using System.Collections.Immutable;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>The C3 linearization of a class and its ancestors, as CPython's mro_implementation.</summary>
internal static class ClassOrder
{
    private const int Longest = 64;

    public static ImmutableArray<HeapObject> Of(HeapObject type, IReadOnlyList<HeapObject> bases)
    {
        var lists = new List<List<HeapObject>>();
        foreach (var parent in bases)
        {
            if (parent.Payload is ClassValue definition)
            {
                lists.Add([.. definition.Ancestors]);
            }
        }

        lists.Add([.. bases]);
        var order = ImmutableArray.CreateBuilder<HeapObject>();
        order.Add(type);
        while (order.Count < Longest && NextOf(lists) is { } next)
        {
            order.Add(next);
            foreach (var list in lists)
            {
                list.Remove(next);
            }
        }

        return order.ToImmutable();
    }

    /// <summary>The first head that stands behind no other list's head; where there is none (Python would refuse), simply the first.</summary>
    private static HeapObject? NextOf(List<List<HeapObject>> lists)
    {
        HeapObject? first = null;
        foreach (var list in lists)
        {
            if (list.Count == 0)
            {
                continue;
            }

            first ??= list[0];
            if (!lists.Exists(other => other.IndexOf(list[0]) > 0))
            {
                return list[0];
            }
        }

        return first;
    }
}
