using System.Runtime.InteropServices;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>A component with the object that carries it at the end of one trip, and its value there.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Component(HeapObject carrier, SlotKey key, in Value value)
{
    public readonly HeapObject Carrier = carrier;
    public readonly SlotKey Key = key;
    public readonly Value Value = value;
}
