namespace LeakLens.Engine.Decoding.Tracing.Values;

/// <summary>A <c>pathlib.Path</c>, or a resource of a package.</summary>
/// <param name="Path">With forward slashes, perhaps behind <see cref="IProgramFiles.Here"/>; null when it is not known.</param>
internal sealed record PathValue(string? Path);
