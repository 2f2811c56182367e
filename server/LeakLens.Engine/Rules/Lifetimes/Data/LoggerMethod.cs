using System.Collections.Immutable;

namespace LeakLens.Engine.Rules.Lifetimes.Data;

/// <summary>A method by which something is added to a logger.</summary>
/// <param name="Remove">The method that takes it back.</param>
/// <param name="Asked">Attributes that say what the logger has: code that looks at them may decide by them.</param>
/// <param name="What">In a word what is added.</param>
/// <param name="Cost">What one more of it means.</param>
/// <param name="IsOfOthers">Other objects than loggers have a method of this name.</param>
internal sealed record LoggerMethod(string Remove, ImmutableArray<string> Asked, string What, string Cost, string Advice, bool IsOfOthers);
