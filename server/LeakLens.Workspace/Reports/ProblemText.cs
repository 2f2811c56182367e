using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Reports;

/// <summary>Problems in words.</summary>
public static class ProblemText
{
    /// <summary>The message with line and column in front, for a report that has no place of its own for them.</summary>
    public static string WithPlace(ScanProblem problem) => problem.Line == 0
        ? WithoutPlace(problem)
        : $"line {problem.Line}, column {problem.Column}: {WithoutPlace(problem)}";

    /// <summary>The message for a reader who has seen the place.</summary>
    public static string WithoutPlace(ScanProblem problem) => problem.Kind switch
    {
        ScanProblemKind.Syntax => $"syntax error: {Wording.LowerFirst(problem.Message)}",
        ScanProblemKind.Defect => $"a defect in LeakLens, please report it: {problem.Message}",
        _ => problem.Message,
    };
}
