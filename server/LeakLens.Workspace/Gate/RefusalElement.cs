using LeakLens.Engine.Findings;

namespace LeakLens.Workspace.Gate;

/// <summary>One thing in the code that counts against it.</summary>
/// <param name="Line">1-based; 0 for the file as a whole.</param>
/// <param name="RuleId">Null for what no rule says: a syntax error, a file that was analysed only in part.</param>
/// <param name="Bytes">What it holds, where that is known.</param>
public sealed record RefusalElement(int Line, string? RuleId, FindingLevel Level, long? Bytes, string Message);
