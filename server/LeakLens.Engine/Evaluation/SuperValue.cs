using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>What <c>super()</c> gives: a receiver, and the class behind which its methods are looked for.</summary>
internal sealed record SuperValue(Value Receiver, HeapObject Class);
