namespace LeakLens.Engine.Decoding.Tracing.Values;

/// <summary>A function with its first arguments.</summary>
internal sealed record PartialValue(Traced Function, CallInput Input);
