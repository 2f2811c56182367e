using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Scanning;
using Newtonsoft.Json;

namespace LeakLens.Workspace.Reports.Html;

/// <summary>What the page shows, as JSON that may stand inside a script element.</summary>
internal sealed class HtmlReportData
{
    private const int LinesAround = 2;
    private const int LongestLine = 200;

    private readonly JsonTextWriter _json;
    private readonly bool _withSource;

    private HtmlReportData(JsonTextWriter json, bool withSource)
    {
        _json = json;
        _withSource = withSource;
    }

    public static void Write(TextWriter output, ScanReport report, string version, bool withSource)
    {
        // Nothing in a string may end the element it stands in.
        using var json = new JsonTextWriter(output) { StringEscapeHandling = StringEscapeHandling.EscapeHtml, CloseOutput = false };
        new HtmlReportData(json, withSource).Write(report, version);
        json.Flush();
    }

    private void Write(ScanReport report, string version)
    {
        _json.WriteStartObject();
        _json.Property("version", version);
        _json.Property("verdict", JsonNames.Of(report.Verdict));
        WriteSummary(report);
        WriteRules(report);
        _json.WritePropertyName("findings");
        _json.WriteStartArray();
        foreach (var file in report.Files)
        {
            if (file.Text is { } text)
            {
                WriteFindings(file, text);
            }
        }

        _json.WriteEndArray();
        WriteProblems(report);
        _json.WriteEndObject();
    }

    private void WriteSummary(ScanReport report)
    {
        _json.WritePropertyName("summary");
        _json.WriteStartObject();
        _json.Property("files", report.FilesAnalysed);
        _json.Property("lines", report.Lines);
        _json.Property("elapsedMs", (long)report.Elapsed.TotalMilliseconds);
        _json.Property("error", report.Count(FindingLevel.Error));
        _json.Property("warning", report.Count(FindingLevel.Warning));
        _json.Property("note", report.Count(FindingLevel.Note));
        _json.Property("suppressed", report.Suppressed);
        _json.WriteEndObject();
    }

    private void WriteRules(ScanReport report)
    {
        _json.WritePropertyName("rules");
        _json.WriteStartObject();
        var rules = report.Files.SelectMany(static file => file.Findings).Select(static finding => finding.Rule).GroupBy(static rule => rule.Id, static rule => rule.Summary, StringComparer.Ordinal);
        foreach (var rule in rules.OrderBy(static rule => rule.Key, StringComparer.Ordinal))
        {
            // Projects that are scanned together may use one id for two rules of their own.
            _json.Property(rule.Key, string.Join(" / ", rule.Distinct(StringComparer.Ordinal)));
        }

        _json.WriteEndObject();
    }

    private void WriteFindings(FileReport file, SourceText text)
    {
        foreach (var finding in file.Findings)
        {
            _json.WriteStartObject();
            _json.Property("id", finding.Rule.Id);
            _json.Property("rule", finding.Rule.Name);
            _json.Property("level", JsonNames.Of(finding.Level));
            _json.Property("path", file.Path);
            WritePlace(text, finding.Span);
            _json.Property("message", finding.Message);
            _json.Property("advice", finding.Advice);
            _json.Property("retained", finding.Estimate?.RetainedBytes);
            _json.Property("peak", finding.Estimate?.PeakBytes);
            _json.Property("perTrip", finding.Estimate?.BytesPerTrip);
            _json.Property("trips", finding.Estimate?.Trips);
            _json.Property("bound", finding.Estimate is { } estimate ? JsonNames.Of(estimate.Bound) : null);
            WriteSteps(text, finding);
            if (_withSource)
            {
                WriteSource(text, finding.Span);
            }

            _json.WriteEndObject();
        }
    }

    private void WriteSteps(SourceText text, Finding finding)
    {
        _json.WritePropertyName("steps");
        _json.WriteStartArray();
        foreach (var place in finding.Related)
        {
            _json.WriteStartObject();
            WritePlace(text, place.Span);
            _json.Property("message", place.Message);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteSource(SourceText text, TextSpan span)
    {
        var marked = text.Lines.GetLine(span.Start);
        var first = Math.Max(0, marked - LinesAround);
        var last = Math.Min(text.Lines.Count - 1, marked + LinesAround);
        _json.WritePropertyName("source");
        _json.WriteStartObject();
        _json.Property("first", first + 1);
        _json.Property("marked", marked + 1);
        _json.WritePropertyName("lines");
        _json.WriteStartArray();
        for (var line = first; line <= last; line++)
        {
            _json.WriteValue(LineOf(text, line));
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private static string LineOf(SourceText text, int line)
    {
        var start = text.Lines.GetStart(line);
        var end = line + 1 < text.Lines.Count ? text.Lines.GetStart(line + 1) : text.Length;
        var content = text.Text.AsSpan(start, end - start).TrimEnd("\r\n\f");
        return content.Length > LongestLine ? string.Concat(content[..LongestLine], "\u2026") : content.ToString();
    }

    private void WriteProblems(ScanReport report)
    {
        _json.WritePropertyName("problems");
        _json.WriteStartArray();
        foreach (var problem in report.AllProblems)
        {
            _json.WriteStartObject();
            _json.Property("path", problem.Path);
            _json.Property("message", ProblemText.WithPlace(problem));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WritePlace(SourceText text, TextSpan span)
    {
        var position = text.GetPosition(span.Start, ColumnUnit.Utf32);
        _json.Property("line", position.Line + 1);
        _json.Property("column", position.Column + 1);
    }
}
