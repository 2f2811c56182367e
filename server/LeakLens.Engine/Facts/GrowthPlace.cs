using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>Where a growth is told.</summary>
/// <param name="Node">What grows the container.</param>
/// <param name="Container">What made it.</param>
/// <param name="MadeIn">The module that made it before the analysed text ran; null when that text, or a call in it, did.</param>
/// <param name="Loop">The outermost loop of the program that the container outlives, or the call that loops; null when only calls repeat the growth.</param>
internal sealed record GrowthPlace(SyntaxNode Node, SyntaxNode Container, SyntaxNode? Loop, string? MadeIn);
