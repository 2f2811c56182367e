using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Suppressions;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Baselines;

/// <summary>
/// What an old project is forgiven. A finding is recognised by its rule, its file and the text of its line, so that it stays the same when
/// lines move. A baseline only ever shrinks: what is new is told, and what was mended and comes back is told as well.
/// </summary>
public sealed class Baseline
{
    private readonly ImmutableArray<BaselineEntry> _entries;
    private readonly string _folder;
    private readonly string _workingFolder;

    /// <param name="fullPath">Of the baseline: its paths are relative to its folder, wherever a scan is started.</param>
    /// <param name="workingFolder">What the paths of reports are relative to.</param>
    public Baseline(string fullPath, string workingFolder, ImmutableArray<BaselineEntry> entries)
    {
        _folder = Path.GetDirectoryName(fullPath) ?? workingFolder;
        _workingFolder = workingFolder;
        _entries = entries;
    }

    /// <summary>All that a scan tells.</summary>
    public static Baseline Of(ScanReport report, string fullPath, string workingFolder)
    {
        var empty = new Baseline(fullPath, workingFolder, []);
        return new Baseline(fullPath, workingFolder, [.. empty.Name(report).Select(named => named.Entry)]);
    }

    public ImmutableArray<BaselineEntry> Entries => _entries;

    /// <summary>The report with what is forgiven among the suppressed.</summary>
    public ScanReport Apply(ScanReport report)
    {
        var known = _entries.Select(static entry => entry.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var forgiven = Name(report).Where(named => known.Contains(named.Entry.Fingerprint)).Select(static named => named.Finding).ToHashSet<Finding>(ReferenceEqualityComparer.Instance);
        return forgiven.Count == 0 ? report : report with { Files = [.. report.Files.Select(file => Forgive(file, forgiven))] };
    }

    /// <summary>One file of a report; the same findings are forgiven as in the whole of it.</summary>
    public FileReport Apply(FileReport file) => Apply(new ScanReport([file], [], FilesFound: 1, TimeSpan.Zero)).Files[0];

    /// <summary>What an editor has open.</summary>
    /// <param name="fullPath">Where the analysed text lies.</param>
    public AnalysisResult Apply(AnalysisResult result, string fullPath)
    {
        if (result.Findings.IsEmpty || _entries.IsEmpty)
        {
            return result;
        }

        var file = new FileReport(fullPath, Bytes: 0, Lines: 0, result.Tree.Text, result.Findings, [], result.Verdict) { Suppressed = result.Suppressed };
        var applied = Apply(file);
        return ReferenceEquals(applied, file) ? result : result with { Findings = applied.Findings, Suppressed = applied.Suppressed, Verdict = applied.Verdict };
    }

    /// <summary>Without what is not found any more. Of files that this scan did not look at nothing is known, unless they are gone.</summary>
    public Baseline Shrink(ScanReport report)
    {
        var found = Name(report).Select(static named => named.Entry.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var scanned = report.Files.Where(static file => file.Problems.All(static problem => problem.Kind == ScanProblemKind.Syntax)).Select(file => PathOf(file.Path)).ToHashSet(StringComparer.Ordinal);
        return new Baseline(Path.Combine(_folder, "."), _workingFolder, [.. _entries.Where(IsKept)]);

        bool IsKept(BaselineEntry entry) => found.Contains(entry.Fingerprint) || (!scanned.Contains(entry.Path) && File.Exists(Path.GetFullPath(entry.Path, _folder)));
    }

    private static FileReport Forgive(FileReport file, HashSet<Finding> forgiven)
    {
        ImmutableArray<Finding> told = [.. file.Findings.Where(finding => !forgiven.Contains(finding))];
        if (told.Length == file.Findings.Length)
        {
            return file;
        }

        var accepted = file.Findings.Where(forgiven.Contains).Select(static finding => finding with { Suppression = new Suppression(SuppressionKind.Baseline, Justification: null, Comment: null) });
        return file with { Findings = told, Suppressed = [.. file.Suppressed.Concat(accepted).OrderBy(static finding => finding.Span.Start)], Verdict = Analyzer.VerdictOf(told) };
    }

    private IEnumerable<(Finding Finding, BaselineEntry Entry)> Name(ScanReport report)
    {
        var fingerprints = new Fingerprints();
        foreach (var place in PlacedFinding.Of(report))
        {
            var path = PathOf(place.File.Path);
            yield return (place.Finding, new BaselineEntry(fingerprints.Of(path, place.Text, place.Finding), place.Finding.Rule.Id, path, place.Finding.Message));
        }
    }

    private string PathOf(string reported) => DisplayPath.From(Path.GetFullPath(reported, _workingFolder), _folder);
}
