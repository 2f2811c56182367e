using System.Collections.Immutable;
using System.Text;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Payloads;
using LeakLens.Python.Text;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.DataFiles;

/// <summary>Reports about data files: whoever reads one finds there what the program does with it.</summary>
internal static class DataFileReports
{
    private const int MostShown = 1 << 20;
    private const double Confidence = 0.95;

    /// <summary>The findings about files that one program reads, as reports of their own.</summary>
    public static ImmutableArray<FileReport> Of(FileReport program, WorkspaceFiles files)
    {
        if (program.FileFindings.IsEmpty)
        {
            return [];
        }

        var reports = ImmutableArray.CreateBuilder<FileReport>();
        foreach (var group in program.FileFindings.GroupBy(static finding => finding.Path, StringComparer.Ordinal))
        {
            var content = files.ReadShown(group.Key) ?? [];
            var text = TextOf(content);
            var place = new TextSpan(0, text.Text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length);
            var findings = group.Select(finding => Place(finding, place)).ToImmutableArray();
            reports.Add(new FileReport(group.Key, content.Length, text.Lines.Count, text, findings, [], Analyzer.VerdictOf(findings)) { IsData = true });
        }

        return reports.ToImmutable();
    }

    /// <summary>A data file that no program is seen to read; null when there is nothing to say about it.</summary>
    public static FileReport? OfUnread(ScanSource source, RuleSet rules)
    {
        try
        {
            var content = DocumentLoader.ReadBytes(source);
            if (content.Length > Discovery.DisguisedFiles.Largest || UnreadPayload.Find(source.Path, content, rules, CancellationToken.None) is not { } finding)
            {
                return null;
            }

            var text = TextOf(content);
            var place = new TextSpan(0, text.Text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length);
            ImmutableArray<Finding> findings = [Place(finding, place)];
            return new FileReport(source.Path, content.Length, text.Lines.Count, text, findings, [], Analyzer.VerdictOf(findings)) { IsData = true };
        }
        catch (DocumentException)
        {
            return null; // Nobody asked for it.
        }
    }

    /// <summary>One report for each data file, among those of the programs, in the order of their paths.</summary>
    public static ImmutableArray<FileReport> Merge(IEnumerable<FileReport> reports)
    {
        var all = reports.ToImmutableArray();
        if (all.All(static report => report.DataFiles.IsEmpty && !report.IsData))
        {
            return all;
        }

        var named = all.Select(static report => report.Path).ToHashSet(StringComparer.Ordinal);
        var data = all.SelectMany(static report => report.DataFiles).Where(report => !named.Contains(report.Path)).GroupBy(static report => report.Path, StringComparer.Ordinal).Select(Join);
        return [.. all.Concat(data).OrderBy(static report => report.Path, StringComparer.Ordinal)];
    }

    private static FileReport Join(IEnumerable<FileReport> same)
    {
        var first = same.First();
        var findings = same.SelectMany(static report => report.Findings).DistinctBy(static finding => finding.Message, StringComparer.Ordinal).OrderBy(static finding => finding.Message, StringComparer.Ordinal).ToImmutableArray();
        return first with { Findings = findings, Verdict = Analyzer.VerdictOf(findings) };
    }

    private static Finding Place(FileFinding finding, TextSpan place) => new(finding.Rule, finding.Level, Confidence, place, finding.Message, Estimate: null, [], [], [])
    {
        Advice = finding.Advice,
        Signals = [Signal.HiddenCode],
    };

    /// <summary>What can be shown of it: a text, or nothing.</summary>
    private static SourceText TextOf(byte[] content)
    {
        if (content.Length is 0 or > MostShown || Array.IndexOf(content, (byte)0) >= 0)
        {
            return SourceText.From(string.Empty);
        }

        var text = Encoding.UTF8.GetString(content);
        return SourceText.From(text.Contains('\uFFFD', StringComparison.Ordinal) ? string.Empty : text);
    }
}
