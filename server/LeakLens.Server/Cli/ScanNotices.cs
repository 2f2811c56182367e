using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Cli;

/// <summary>
/// Names on the error stream what could not be analysed. A syntax error is a warning and leaves the exit code to the findings:
/// the rest of the file was analysed. An unreadable file is an error.
/// </summary>
internal static class ScanNotices
{
    /// <param name="onlyErrors">What was analysed in part is not told.</param>
    public static void Write(CliHost host, ScanReport report, bool onlyErrors = false)
    {
        foreach (var problem in report.AllProblems)
        {
            var place = problem.Line > 0 ? $":{problem.Line}:{problem.Column}" : "";
            var message = $"{DisplayWidth.Sanitize(problem.Path)}{place}: {ProblemText.WithoutPlace(problem)}";
            if (problem.Kind != ScanProblemKind.Syntax)
            {
                host.WriteError(message);
            }
            else if (!onlyErrors)
            {
                host.WriteWarning(message);
            }
        }
    }
}
