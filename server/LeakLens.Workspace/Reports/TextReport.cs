using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Reports;

/// <summary>The report for people: each finding with its source, in the manner of rustc, and a last line that sums up.</summary>
public sealed class TextReport
{
    private readonly TextWriter _output;
    private readonly Palette _palette;
    private readonly string? _linkedFolder;

    private TextReport(TextWriter output, Palette palette, string? linkedFolder)
    {
        _output = output;
        _palette = palette;
        _linkedFolder = linkedFolder;
    }

    /// <param name="linkedFolder">The full path that the paths of the report are relative to, if places lead to their files by a click.</param>
    public static void Write(TextWriter output, ScanReport report, Palette palette, string? linkedFolder = null)
    {
        var text = new TextReport(output, palette, linkedFolder);
        foreach (var file in report.Files)
        {
            if (file.Text is { } source)
            {
                text.WriteFindings(file, source);
            }
        }

        text.WriteSummary(report);
    }

    private void WriteFindings(FileReport file, SourceText source)
    {
        foreach (var finding in file.Findings)
        {
            WriteFinding(file.Path, source, finding);
            _output.Write('\n');
        }
    }

    private void WriteFinding(string path, SourceText source, Finding finding)
    {
        var position = source.GetPosition(finding.Span.Start, ColumnUnit.Utf32);
        var snippet = SourceSnippet.Of(_output, _palette, source, finding);
        var heading = _palette.Level(finding.Level, $"{JsonNames.Of(finding.Level)}[{finding.Rule.Id}]");
        _output.Write(heading + _palette.Bold($": {DisplayWidth.Sanitize(finding.Message)}") + "\n");
        var place = $"{DisplayWidth.Sanitize(path)}:{position.Line + 1}:{position.Column + 1}";
        snippet.WriteGutter("", "--> ", _linkedFolder is null ? place : FileLink.To(Path.GetFullPath(path, _linkedFolder), place));
        snippet.Write();
        snippet.WriteGutter("", " |", "");
        foreach (var line in finding.Explanation)
        {
            WriteRemark(snippet, "note", line);
        }

        if (finding.Advice is { } advice)
        {
            WriteRemark(snippet, "help", advice);
        }

        foreach (var fix in finding.Fixes)
        {
            WriteRemark(snippet, "help", fix.Label);
        }

        WriteRemark(snippet, "help", $"for more on {finding.Rule.Name}, run `leaklens explain {finding.Rule.Id}`");
    }

    private void WriteRemark(SourceSnippet snippet, string kind, string text) =>
        snippet.WriteGutter("", " = ", $"{_palette.Bold(kind)}: {DisplayWidth.Sanitize(text)}");

    private void WriteSummary(ScanReport report)
    {
        if (report.WasStopped)
        {
            _output.Write($"Stopped after {report.Files.Length:N0} of {Plural.Of(report.FilesFound, "file")}: this is not all there is.\n");
        }

        if (report.FilesAnalysed == 0)
        {
            _output.Write("Nothing was analysed.\n");
            return;
        }

        var files = Plural.Of(report.FilesAnalysed, "file");
        var counts = CountLevels(report);
        _output.Write(counts.Length == 0 ? $"Nothing found in {files}.\n" : $"Found {counts} in {files}. Verdict: {JsonNames.Of(report.Verdict)}.\n");
        if (report.Suppressed > 0)
        {
            _output.Write($"{Plural.Of(report.Suppressed, "finding")} suppressed.\n");
        }

        if (report.FilesInPart is > 0 and var inPart)
        {
            _output.Write($"{Plural.Of(inPart, "file")} analysed only in part: the budget for one file was spent before all code was evaluated.\n");
        }
    }

    private static string CountLevels(ScanReport report)
    {
        var parts = new List<string>();
        foreach (var level in (FindingLevel[])[FindingLevel.Error, FindingLevel.Warning, FindingLevel.Note])
        {
            if (report.Count(level) is var count && count > 0)
            {
                parts.Add(Plural.Of(count, JsonNames.Of(level)));
            }
        }

        return parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";
    }
}
