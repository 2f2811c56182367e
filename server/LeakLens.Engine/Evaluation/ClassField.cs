namespace LeakLens.Engine.Evaluation;

/// <summary>A field of a dataclass or of a named tuple.</summary>
/// <param name="IsParameter">Whether <c>__init__</c> takes it.</param>
/// <param name="IsCompared">Whether <c>==</c> and the order look at it.</param>
internal sealed record ClassField(string Name, bool IsParameter = true, bool IsCompared = true);
