using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>What one run of a loop looks up while it runs. The next loop fills the same tables.</summary>
internal sealed class LoopTables
{
    /// <summary>Larger tables are not kept: to empty them takes as long as they are large.</summary>
    private const int Largest = 256;

    public Dictionary<ComponentPath, int> PathIds { get; } = [];

    public List<TrackedSlot> Tracked { get; } = [];

    public List<TrackedSlot> Variables { get; } = [];

    public HashSet<(HeapObject, int)> TrackedSet { get; } = [];

    public Dictionary<(HeapObject?, AllocationSite, ObjectKind), HeapObject> Summaries { get; } = [];

    /// <summary>Makes them empty.</summary>
    /// <returns>Whether they are worth keeping.</returns>
    public bool TryClear()
    {
        if (PathIds.Capacity > Largest || TrackedSet.Capacity > Largest || Summaries.Capacity > Largest)
        {
            return false;
        }

        PathIds.Clear();
        Tracked.Clear();
        Variables.Clear();
        TrackedSet.Clear();
        Summaries.Clear();
        return true;
    }
}
