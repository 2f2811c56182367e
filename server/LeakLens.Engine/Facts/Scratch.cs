using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>What the making of a value takes besides it, and lets go of when it is made.</summary>
/// <param name="Node">The expression that makes the value.</param>
/// <param name="Bytes">Memory of the interpreter's own.</param>
/// <param name="Held">Values that are alive meanwhile.</param>
internal sealed record Scratch(SyntaxNode Node, long Bytes, IReadOnlyList<Value> Held);
