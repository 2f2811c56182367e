namespace LeakLens.Workspace.DataFiles;

/// <summary>A file that an answer depends on.</summary>
/// <param name="Path">As the program asked for it.</param>
/// <param name="Digest">Of its content, or a mark for what is not there or cannot be read.</param>
public sealed record FileDependency(string Path, string Digest);
