using System.Collections.Immutable;

namespace LeakLens.Engine.Fixes;

/// <summary>A text with fixes made.</summary>
/// <param name="Result">What the analysis says about the text now; its tree has the text.</param>
/// <param name="Applied">In the order in which they were made.</param>
public sealed record FixedText(AnalysisResult Result, ImmutableArray<AppliedFix> Applied);
