namespace LeakLens.Workspace.Scanning;

/// <summary>Something that kept a file, or a part of it, from being analysed.</summary>
/// <param name="Message">One sentence without its full stop.</param>
/// <param name="Line">1-based, 0 for the file as a whole.</param>
/// <param name="Column">1-based, in code points.</param>
public sealed record ScanProblem(string Path, ScanProblemKind Kind, string Message, int Line = 0, int Column = 0);
