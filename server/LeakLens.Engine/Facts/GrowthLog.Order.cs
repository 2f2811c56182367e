using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>Which of several containers that lead to each other is told to hold what they share.</summary>
internal sealed partial class GrowthLog
{
    /// <summary>A tenth more or less is nearly the same.</summary>
    private const int Nearly = 9;

    /// <summary>
    /// What the told containers keep alive, each without what a larger one keeps alive, too. Of those that keep nearly the same alive, because they lead to
    /// each other, the one with the largest table comes first: it is what grew.
    /// </summary>
    public IEnumerable<(Quantity Bytes, (SyntaxNode, SyntaxNode) Key)> InOrderOfSize(Dictionary<HeapObject, ((SyntaxNode, SyntaxNode) Key, Quantity Retained)> told)
    {
        var order = _ordered.Where(growth => told.TryGetValue(growth.Container, out var one) && one.Retained.High > 0).DistinctBy(static growth => growth.Container)
            .OrderByDescending(growth => told[growth.Container].Retained.High).ThenBy(static growth => growth.Counters.Birth).ToList();
        var alike = order.TakeWhile(growth => told[growth.Container].Retained.High / Nearly > told[order[0].Container].Retained.High / (Nearly + 1)).ToList();
        order = [.. alike.OrderByDescending(static growth => ObjectBytes.Own(growth.Container).High), .. order.Skip(alike.Count)];
        _exactSize.BeginTelling();
        foreach (var growth in order)
        {
            yield return (_exactSize.Tell(growth.Roots.Count > 1 ? growth.Roots : [growth.Container], growth.NotOlderThan), told[growth.Container].Key);
        }
    }
}
