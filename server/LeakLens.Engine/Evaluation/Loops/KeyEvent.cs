using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>A container was asked for a key, or given one, and did or did not hold it already.</summary>
/// <param name="Key">The number, when the key is one.</param>
/// <param name="Text">The text, when the key is one.</param>
internal sealed record KeyEvent(GuardKey Guard, HeapObject Container, bool Held, bool Inserts, long? Key, string? Text);
