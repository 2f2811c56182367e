namespace LeakLens.Engine.Evaluation;

/// <summary>A field of a dataclass or of a named tuple.</summary>
/// <param name="IsParameter">Whether <c>__init__</c> takes it.</param>
/// <param name="IsShown">Whether <c>repr</c> tells it.</param>
/// <param name="IsNamedOnly">Whether <c>__init__</c> takes it by its name only.</param>
/// <param name="IsPassedOn">Whether <c>__post_init__</c> gets it, and the instance does not (<c>InitVar</c>).</param>
/// <param name="IsCompared">Whether <c>==</c> and the order look at it.</param>
internal sealed record ClassField(string Name, bool IsParameter = true, bool IsCompared = true, bool IsShown = true, bool IsNamedOnly = false, bool IsPassedOn = false);
