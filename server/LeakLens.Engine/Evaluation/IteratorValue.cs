using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>What an iterator steps through. Where it stands is a slot of its heap object.</summary>
internal sealed record IteratorValue(IterationKind Kind, IReadOnlyList<Value> Sources);
