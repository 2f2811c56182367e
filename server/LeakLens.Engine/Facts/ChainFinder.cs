using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>
/// Finds, after the exact run, objects made at one place that hold on to each other without a container that grew: the nodes
/// of lists and trees.
/// </summary>
internal static class ChainFinder
{
    /// <summary>Fewer linked objects are a record, no chain.</summary>
    private const int ShortestChain = 8;

    /// <summary>From one node to the next it goes through no more objects than a container and its entry.</summary>
    private const int MostBetween = 2;

    public static void Find(Evaluator evaluator, OwnerFinder owners)
    {
        var bySite = new Dictionary<(SyntaxNode, ObjectKind), List<HeapObject>>();
        foreach (var target in owners.Reached)
        {
            if (target.Kind is ObjectKind.Instance or ObjectKind.List or ObjectKind.Tuple or ObjectKind.Dict or ObjectKind.Function or ObjectKind.Generator or ObjectKind.Iterator or ObjectKind.Opaque)
            {
                var key = (target.Site.Node, target.Kind);
                if (!bySite.TryGetValue(key, out var list))
                {
                    bySite.Add(key, list = []);
                }

                list.Add(target);
            }
        }

        foreach (var nodes in bySite.Values)
        {
            Look(evaluator.Growths, owners, nodes);
        }
    }

    private static void Look(GrowthLog growths, OwnerFinder owners, List<HeapObject> nodes)
    {
        var first = new List<HeapObject>();
        var linked = 0;
        foreach (var node in nodes)
        {
            if (HoldersWithin(owners, node).Any(holder => holder.Site.Node == node.Site.Node && holder.Kind == node.Kind))
            {
                linked++;
            }
            else
            {
                first.Add(node);
            }
        }

        first.RemoveAll(node => growths.HasGrown(node) || owners.HoldersOf(node).Any(holder => growths.Covers(holder, node)));
        if (linked >= ShortestChain && linked >= nodes.Count / 2 && first.Count > 0)
        {
            growths.Linked(first, nodes);
        }
    }

    private static IEnumerable<HeapObject> HoldersWithin(OwnerFinder owners, HeapObject node) => owners.HoldersOf(node).Take(MostBetween + 1);
}
