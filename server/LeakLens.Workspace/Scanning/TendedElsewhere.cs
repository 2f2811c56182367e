using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Modules;

namespace LeakLens.Workspace.Scanning;

/// <summary>A container that has a global name may be looked after in another file than the one that fills it: when all files are read, that is known.</summary>
internal static class TendedElsewhere
{
    /// <summary>The reports without what is said of containers that another file takes contents out of.</summary>
    public static ImmutableArray<FileReport> Remove(ImmutableArray<FileReport> reports)
    {
        HashSet<ModuleName>? tended = null;
        foreach (var report in reports)
        {
            foreach (var name in report.Tends)
            {
                (tended ??= []).Add(name);
            }
        }

        return tended is null ? reports : [.. reports.Select(report => Remove(report, tended))];
    }

    private static FileReport Remove(FileReport report, HashSet<ModuleName> tended)
    {
        bool IsTended(Finding finding) =>
            finding.HeldBy is { } name && tended.Contains(name.Module.Length == 0 ? name with { Module = report.Identity ?? string.Empty } : name);

        if (!report.Findings.Any(IsTended))
        {
            return report;
        }

        ImmutableArray<Finding> left = [.. report.Findings.Where(finding => !IsTended(finding))];
        return report with { Findings = left, Verdict = Analyzer.VerdictOf(left) };
    }
}
