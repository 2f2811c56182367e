using LeakLens.Engine.Rules;

namespace LeakLens.Engine.Findings;

/// <summary>What is to be said about a file that the analysed text reads: the place is the file itself.</summary>
/// <param name="Path">What reports call the file.</param>
public sealed record FileFinding(string Path, RuleDescriptor Rule, FindingLevel Level, string Message, string Advice);
