using System.Collections.Immutable;

namespace LeakLens.Engine.Decoding.Blobs;

/// <summary>What a text or bytes turn out to be when they are decoded.</summary>
/// <param name="What">In words, for a message: <c>Python code</c>, <c>a program for Linux</c>.</param>
/// <param name="Layers">The decoders, the outermost first.</param>
/// <param name="Content">The last bytes.</param>
/// <param name="IsCode">It is Python.</param>
public sealed record Blob(string What, ImmutableArray<string> Layers, byte[] Content, bool IsCode);
