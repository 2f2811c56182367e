using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>A method with its receiver: of a user's class when Function is set, of a built-in type otherwise.</summary>
internal sealed record BoundMethodValue(Value Receiver, HeapObject? Function, string Name);
