using System.Collections.Immutable;
using LeakLens.Engine.Findings;

namespace LeakLens.Workspace.Scanning;

/// <summary>What a scan says. Files are ordered by path, their findings by position, whatever the number of threads was.</summary>
/// <param name="Problems">Paths without a file report: missing ones, folders that cannot be listed.</param>
/// <param name="FilesFound">How many files there were to analyse; more than <see cref="Files"/> when the scan was stopped.</param>
public sealed record ScanReport(
    ImmutableArray<FileReport> Files,
    ImmutableArray<ScanProblem> Problems,
    int FilesFound,
    TimeSpan Elapsed)
{
    /// <summary>Several scans as one, the paths of each behind a prefix of its own.</summary>
    public static ScanReport Join(IEnumerable<(ScanReport Report, string Prefix)> scans)
    {
        var files = ImmutableArray.CreateBuilder<FileReport>();
        var problems = ImmutableArray.CreateBuilder<ScanProblem>();
        var (found, elapsed) = (0, TimeSpan.Zero);
        foreach (var (report, prefix) in scans)
        {
            files.AddRange(report.Files.Select(file => file with { Path = prefix + file.Path, Problems = Behind(prefix, file.Problems) }));
            problems.AddRange(Behind(prefix, report.Problems));
            found += report.FilesFound;
            elapsed += report.Elapsed;
        }

        files.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return new ScanReport(files.ToImmutable(), problems.ToImmutable(), found, elapsed);
    }

    private static ImmutableArray<ScanProblem> Behind(string prefix, ImmutableArray<ScanProblem> problems) =>
        [.. problems.Select(problem => problem with { Path = prefix + problem.Path })];

    public bool WasStopped => Files.Length < FilesFound;

    public long Bytes => Files.Sum(file => file.Bytes);

    public long Lines => Files.Sum(file => (long)file.Lines);

    /// <summary>The worst of all files. What could not be read may hold anything: a person has to look.</summary>
    public Verdict Verdict
    {
        get
        {
            var worst = Files.IsEmpty ? Verdict.Allow : Files.Max(static file => file.Verdict);
            return worst == Verdict.Allow && (HasProblem(ScanProblemKind.Unreadable) || HasProblem(ScanProblemKind.Defect)) ? Verdict.Review : worst;
        }
    }

    /// <summary>Files that were read and analysed.</summary>
    public int FilesAnalysed => Files.Count(file => file.Problems.All(problem => problem.Kind == ScanProblemKind.Syntax));

    /// <summary>Findings that somebody has accepted; no other number counts them.</summary>
    public int Suppressed => Files.Sum(static file => file.Suppressed.Length);

    /// <summary>Files whose budget was spent before all of their code was evaluated.</summary>
    public int FilesInPart => Files.Count(static file => file.IsPartial);

    /// <summary>All problems, ordered by path.</summary>
    public IEnumerable<ScanProblem> AllProblems =>
        Problems.Concat(Files.SelectMany(file => file.Problems)).OrderBy(problem => problem.Path, StringComparer.Ordinal);

    public int Count(FindingLevel level) => Files.Sum(file => file.Findings.Count(finding => finding.Level == level));

    public bool HasProblem(ScanProblemKind kind) => AllProblems.Any(problem => problem.Kind == kind);
}
