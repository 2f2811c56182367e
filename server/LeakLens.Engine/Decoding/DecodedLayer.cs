namespace LeakLens.Engine.Decoding;

/// <summary>One step from what stands in the program to what it executes.</summary>
/// <param name="Name">What undid the disguise: <c>base64</c>, <c>zlib</c>, <c>the file resources.dat</c>.</param>
/// <param name="Content">What it gave; null when that is not known.</param>
/// <param name="IsText">It gave characters, not bytes.</param>
public sealed record DecodedLayer(string Name, byte[]? Content, bool IsText);
