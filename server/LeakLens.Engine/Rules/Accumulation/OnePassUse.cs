using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>The only use of a list, which one pass over its source would serve as well.</summary>
/// <param name="Consumer">The loop, comprehension, call or subscript.</param>
/// <param name="Function">The builtin that takes the list; null for loops and subscripts.</param>
internal sealed record OnePassUse(OnePassKind Kind, SyntaxNode Consumer, string? Function);
