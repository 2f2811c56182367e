using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>Objects that a growing container holds, all made by one expression.</summary>
/// <param name="Node">The expression that made them.</param>
/// <param name="TypeName">The class of the program or the library that they are of; null for built-in types.</param>
public sealed record ItemFact(SyntaxNode Node, ObjectKind Kind, string? TypeName);
