namespace LeakLens.Deployment.Facts;

/// <summary>What the analysis of a Python file says it takes, in bytes.</summary>
/// <param name="Path">As reports call it.</param>
/// <param name="Line">1-based: where the largest of it grows.</param>
/// <param name="HeldBytes">The most that one of its findings holds at one time; null where no number is known.</param>
/// <param name="BytesPerRun">What one more request or call leaves behind for ever; null where nothing does.</param>
public sealed record ProgramMemory(string Path, int Line, long? HeldBytes, long? BytesPerRun);
