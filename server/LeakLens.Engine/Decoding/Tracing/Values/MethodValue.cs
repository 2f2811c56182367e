namespace LeakLens.Engine.Decoding.Tracing.Values;

/// <summary>A method of data, taken but not called yet.</summary>
internal sealed record MethodValue(Traced Self, string Name);
