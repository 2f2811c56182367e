using LeakLens.Engine.Known.Patterns;
using LeakLens.Engine.Known.Patterns.Backtracking;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion.Regexes;

/// <summary>A pattern of <c>re</c> that a text holds as a constant.</summary>
/// <param name="Node">The expression that holds it.</param>
/// <param name="Uses">How it is tried.</param>
/// <param name="Tried">Where it is tried, as far as that is seen.</param>
/// <param name="IsUntrusted">A framework tries it on what strangers send.</param>
internal sealed record PatternPlace(Expression Node, string Text, PatternFlags Flags, IReadOnlyList<PatternUse> Uses, IReadOnlyList<SyntaxNode> Tried, bool IsUntrusted);
