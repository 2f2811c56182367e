using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>What is held looks into something larger, which nothing else that is held refers to.</summary>
/// <param name="View">The expression that made the view.</param>
/// <param name="Parent">The expression that made what it looks into.</param>
/// <param name="SeenBytes">Bytes that the views of one parent show.</param>
/// <param name="KeptBytes">Bytes that stay because of them.</param>
/// <param name="IsBuffer">The view is a memoryview.</param>
public sealed record PinnedParent(SyntaxNode View, SyntaxNode Parent, long SeenBytes, long KeptBytes, bool IsBuffer);
