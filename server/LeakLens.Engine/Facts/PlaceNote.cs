using System.Runtime.InteropServices;
using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Facts;

/// <summary>What is known of one place that loops bind.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PlaceNote(SlotKey place)
{
    public readonly SlotKey Place = place;

    /// <summary>When, in which loop and in which trip of it the place was bound to what may grow now.</summary>
    public (int Birth, LoopActivation? Loop, int Trip) Origin;

    /// <summary>Of the exact run: how long what the place refers to was when it was bound.</summary>
    public Quantity? Length;

    public Growth? Growth;
}
