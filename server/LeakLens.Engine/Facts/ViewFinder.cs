using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Facts;

/// <summary>Collects the views among the contents of a container: arrays and tables that look into others, and memoryviews.</summary>
internal sealed class ViewFinder
{
    private const string BufferOfMemoryView = "memoryview_buffer";
    private static readonly SlotKey BufferSlot = SlotKey.Attribute("_buffer");
    private static readonly SlotKey ObjectSlot = SlotKey.Attribute("obj");

    private readonly int _notOlderThan;
    private readonly HashSet<HeapObject> _direct = [];
    private readonly Dictionary<HeapObject, (HeapObject View, long Seen)> _parents = [];

    public ViewFinder(int notOlderThan) => _notOlderThan = notOlderThan;

    /// <summary>The slot refers to what the object looks into, not to what it holds.</summary>
    public static bool IsOfView(HeapObject holder, SlotKey key) => holder.Kind is ObjectKind.Opaque && (key == Evaluator.BaseOfView || key == BufferSlot || (key == ObjectSlot && NameOf(holder) is BufferOfMemoryView));

    /// <summary>Something holds the object itself.</summary>
    public void MeetDirectly(HeapObject target)
    {
        if (target.Kind is ObjectKind.Opaque or ObjectKind.Bytes or ObjectKind.ByteArray)
        {
            _direct.Add(target);
        }
    }

    public void Meet(HeapObject target)
    {
        if (ParentOf(target) is { } parent && parent.Birth >= _notOlderThan)
        {
            var seen = Share(Evaluator.SeenBytes(target), target);
            _parents[parent] = _parents.TryGetValue(parent, out var known) ? (known.View, known.Seen + seen) : (target, seen);
        }
    }

    /// <summary>The parent that keeps most for the least.</summary>
    public PinnedParent? Find()
    {
        const int LeastRatio = 4;
        PinnedParent? most = null;
        foreach (var (parent, (view, seen)) in _parents)
        {
            if (_direct.Contains(parent))
            {
                continue;
            }

            var kept = Share(RetainedSize.Of(parent, _notOlderThan, TargetVersion.Python311).High, parent);
            if (kept / LeastRatio >= seen && kept < Quantities.Quantity.FiniteUnknown && kept - seen > (most?.KeptBytes - most?.SeenBytes ?? 0))
            {
                most = new PinnedParent(view.Site.Node, parent.Site.Node, seen, kept);
            }
        }

        return most;
    }

    private static HeapObject? ParentOf(HeapObject target)
    {
        if (target.Kind is not ObjectKind.Opaque)
        {
            return null;
        }

        return (target.Get(Evaluator.BaseOfView).Reference ?? target.Get(BufferSlot).Reference?.Get(ObjectSlot).Reference)?.Resolve();
    }

    private static string? NameOf(HeapObject target) => (target.Payload as TypeModel)?.QualifiedName.Split('.')[^1];

    /// <summary>Of the bytes of all objects that a summary stands for, those of one.</summary>
    private static long Share(long bytes, HeapObject target) =>
        target.IsSummary && target.GetMeta(Meta.Count) is { HasFiniteHigh: true, High: > 0 } count ? bytes / count.High : bytes;
}
