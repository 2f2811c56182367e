using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Changes;

/// <summary>Leaves of a report what concerns lines that have changed.</summary>
public static class ChangeFilter
{
    /// <param name="changesOf">The changed lines of a file, by its path in the report.</param>
    public static ScanReport Apply(ScanReport report, Func<string, ChangedLines> changesOf) =>
        report with { Files = [.. report.Files.Select(file => Apply(file, changesOf))] };

    private static FileReport Apply(FileReport file, Func<string, ChangedLines> changesOf)
    {
        if (file.Text is not { } text)
        {
            return file;
        }

        var changes = changesOf(file.Path);
        ImmutableArray<Finding> told = [.. file.Findings.Where(finding => changes.Touch(text, finding))];
        return file with { Findings = told, Suppressed = [.. file.Suppressed.Where(finding => changes.Touch(text, finding))], Verdict = Analyzer.VerdictOf(told) };
    }
}
