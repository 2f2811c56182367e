using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>One expression that makes something large at once: a list of a whole file, a joined text, a copy.</summary>
/// <param name="Bytes">What the expression made, with everything that it holds.</param>
/// <param name="LiveBytes">That together with all else that was alive at the moment: variables, arguments under way.</param>
/// <param name="IsEntryPoint">In code that only the world calls.</param>
public sealed record AllocationFact(SyntaxNode Node, ObjectKind Kind, Quantity Bytes, Quantity LiveBytes, bool IsEntryPoint)
{
    /// <summary>What the object itself takes, without what it refers to.</summary>
    public Quantity OwnBytes { get; init; } = Bytes;
}
