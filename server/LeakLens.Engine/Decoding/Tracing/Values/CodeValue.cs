namespace LeakLens.Engine.Decoding.Tracing.Values;

/// <summary>What <c>compile</c> or <c>marshal.loads</c> gives: code that was not run yet.</summary>
internal sealed record CodeValue(Traced Source);
