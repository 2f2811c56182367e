namespace LeakLens.Engine.Decoding;

/// <summary>A file that a program reads.</summary>
/// <param name="Path">What reports call it.</param>
/// <param name="Content">Its bytes; null when it is too large to be read, or cannot be.</param>
public sealed record ProgramFile(string Path, byte[]? Content);
