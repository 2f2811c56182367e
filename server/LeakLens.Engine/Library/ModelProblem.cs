namespace LeakLens.Engine.Library;

/// <summary>Something wrong in a file of library models.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in code points.</param>
/// <param name="Message">One sentence without its full stop.</param>
public sealed record ModelProblem(string File, int Line, int Column, string Message);
