namespace LeakLens.Engine.Decoding.Tracing.Values;

/// <summary>An object of a class of the text.</summary>
internal sealed record InstanceValue(ClassValue Type, Dictionary<string, Traced> Attributes);
