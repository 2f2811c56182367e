using System.Collections.Immutable;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Library;

/// <summary>One node of a compiled model: an expression or effect over the arguments of a call.</summary>
/// <param name="Parts">The operands, in order.</param>
/// <param name="Code">Of a variable its index, of a call its <see cref="Word"/>, of arithmetic and comparisons the operator.</param>
/// <param name="Name">Of an attribute its name.</param>
internal sealed record ModelNode(ModelNodeKind Kind, ImmutableArray<ModelNode> Parts, int Code = 0, string? Name = null, Value Constant = default);
