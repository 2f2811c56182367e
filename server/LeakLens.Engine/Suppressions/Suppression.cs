using LeakLens.Python.Text;

namespace LeakLens.Engine.Suppressions;

/// <summary>Why a finding is not told.</summary>
/// <param name="Justification">What was written behind it; null where nothing was.</param>
/// <param name="Comment">Where it is written; null outside the text.</param>
public sealed record Suppression(SuppressionKind Kind, string? Justification, TextSpan? Comment);
