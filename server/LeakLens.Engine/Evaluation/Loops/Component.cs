using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>A component with the object that carries it at the end of one trip, and its value there.</summary>
internal readonly record struct Component(HeapObject Carrier, SlotKey Key, Value Value);
