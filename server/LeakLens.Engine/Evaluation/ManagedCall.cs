using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>A function that a context manager decorates: each call runs inside the manager (<c>contextlib.ContextDecorator</c>).</summary>
internal sealed record ManagedCall(Value Manager, Value Function);
