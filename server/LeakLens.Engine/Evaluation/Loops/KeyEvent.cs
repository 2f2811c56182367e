using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>A container was asked for a key, given one, or had one taken out, and did or did not hold it already.</summary>
/// <param name="Step">Where a leap is told: how far apart its keys are.</param>
/// <param name="Count">Where a leap is told: how many keys it used.</param>
internal sealed record KeyEvent(GuardKey Guard, HeapObject Container, bool Held, KeyUse Use, KeyIdentity Key, NumberVector Step, long Count);
