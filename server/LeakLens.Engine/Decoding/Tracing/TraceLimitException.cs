namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>The steps of a trace are spent.</summary>
internal sealed class TraceLimitException : Exception;
