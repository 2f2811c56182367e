using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>A way on which something was not released.</summary>
/// <param name="Node">The statement or expression that tells it from the good ways: the <c>return</c>, the <c>raise</c>, what may raise an exception, the last statement.</param>
internal sealed record PathMiss(PathEnd End, SyntaxNode Node);
