using LeakLens.Engine.Findings;
using LeakLens.Engine.Suppressions;
using LeakLens.Python.Text;
using LeakLens.Workspace.Scanning;
using Newtonsoft.Json;

namespace LeakLens.Workspace.Reports;

/// <summary>
/// The machine-readable report. Its shape is a promise: properties are added, never renamed or moved.
/// Written token by token: no reflection, and no copy of the report in memory.
/// </summary>
public sealed class JsonReport
{
    private readonly JsonTextWriter _json;

    private JsonReport(JsonTextWriter json)
    {
        _json = json;
    }

    /// <param name="version">The version of LeakLens that did the scan.</param>
    public static void Write(TextWriter output, ScanReport report, string version)
    {
        using var json = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false };
        new JsonReport(json).WriteReport(report, version);
        json.Flush();
        output.Write('\n');
    }

    /// <summary>One object a line for each finding, as it stands in the whole report.</summary>
    public static void WriteLines(TextWriter output, ScanReport report)
    {
        foreach (var file in report.Files)
        {
            if (file.Text is not { } text)
            {
                continue;
            }

            foreach (var finding in InOrder(file))
            {
                using var json = new JsonTextWriter(output) { Formatting = Formatting.None, CloseOutput = false };
                new JsonReport(json).WriteFinding(file.Path, text, finding);
                json.Flush();
                output.Write('\n');
            }
        }
    }

    /// <summary>What is told and what somebody has accepted, by position.</summary>
    private static IOrderedEnumerable<Finding> InOrder(FileReport file) =>
        file.Findings.Concat(file.Suppressed).OrderBy(static finding => finding.Span.Start).ThenBy(static finding => finding.Rule.Id, StringComparer.Ordinal);

    private void WriteReport(ScanReport report, string version)
    {
        _json.WriteStartObject();
        WriteTool(version);
        WriteSummary(report);
        _json.Property("verdict", JsonNames.Of(report.Verdict));
        WriteFindings(report);
        WriteErrors(report);
        _json.WriteEndObject();
    }

    private void WriteTool(string version)
    {
        _json.WritePropertyName("tool");
        _json.WriteStartObject();
        _json.Property("name", "leaklens");
        _json.Property("version", version);
        _json.WriteEndObject();
    }

    private void WriteSummary(ScanReport report)
    {
        _json.WritePropertyName("summary");
        _json.WriteStartObject();
        _json.Property("files", report.FilesAnalysed);
        _json.Property("lines", report.Lines);
        _json.Property("bytes", report.Bytes);
        _json.WritePropertyName("elapsedMs");
        _json.WriteValue(Math.Round(report.Elapsed.TotalMilliseconds, 1));
        _json.Property("error", report.Count(FindingLevel.Error));
        _json.Property("warning", report.Count(FindingLevel.Warning));
        _json.Property("note", report.Count(FindingLevel.Note));
        _json.Property("suppressed", report.Suppressed);
        _json.Property("partial", report.FilesInPart);
        if (report.WasStopped)
        {
            _json.Property("stopped", value: true);
            _json.Property("filesFound", report.FilesFound);
        }

        _json.WriteEndObject();
    }

    private void WriteFindings(ScanReport report)
    {
        _json.WritePropertyName("findings");
        _json.WriteStartArray();
        foreach (var file in report.Files)
        {
            if (file.Text is { } text)
            {
                foreach (var finding in InOrder(file))
                {
                    WriteFinding(file.Path, text, finding);
                }
            }
        }

        _json.WriteEndArray();
    }

    private void WriteFinding(string path, SourceText text, Finding finding)
    {
        _json.WriteStartObject();
        _json.Property("ruleId", finding.Rule.Id);
        _json.Property("rule", finding.Rule.Name);
        _json.Property("level", JsonNames.Of(finding.Level));
        _json.WritePropertyName("confidence");
        _json.WriteValue(Math.Round(finding.Confidence, 3));
        _json.Property("path", path);
        JsonPlace.Write(_json, text, finding.Span);
        _json.Property("message", finding.Message);
        WriteEstimate(finding.Estimate);
        WriteRelated(path, text, finding);
        WriteFixes(text, finding);
        _json.WritePropertyName("advice");
        _json.WriteValue(finding.Advice);
        WriteNames("signals", finding.Signals.Select(JsonNames.Of));
        WriteNames("alsoMatches", finding.AlsoMatches);
        WriteSuppression(text, finding.Suppression);
        _json.WriteEndObject();
    }

    private void WriteSuppression(SourceText text, Suppression? suppression)
    {
        _json.WritePropertyName("suppression");
        if (suppression is null)
        {
            _json.WriteNull();
            return;
        }

        _json.WriteStartObject();
        _json.Property("kind", JsonNames.Of(suppression.Kind));
        _json.WritePropertyName("justification");
        _json.WriteValue(suppression.Justification);
        if (suppression.Comment is { } comment)
        {
            JsonPlace.Write(_json, text, comment);
        }

        _json.WriteEndObject();
    }

    private void WriteEstimate(Estimate? estimate)
    {
        _json.WritePropertyName("estimate");
        if (estimate is null)
        {
            _json.WriteNull();
            return;
        }

        _json.WriteStartObject();
        _json.Property("peakBytes", estimate.PeakBytes);
        _json.Property("retainedBytes", estimate.RetainedBytes);
        _json.Property("bytesPerTrip", estimate.BytesPerTrip);
        _json.Property("trips", estimate.Trips);
        _json.Property("bound", JsonNames.Of(estimate.Bound));
        _json.Property("lifetime", JsonNames.Of(estimate.Lifetime));
        _json.Property("multiplicity", JsonNames.Of(estimate.Multiplicity));
        _json.WriteEndObject();
    }

    private void WriteRelated(string path, SourceText text, Finding finding)
    {
        _json.WritePropertyName("related");
        _json.WriteStartArray();
        foreach (var place in finding.Related)
        {
            _json.WriteStartObject();
            _json.Property("path", path);
            JsonPlace.Write(_json, text, place.Span);
            _json.Property("message", place.Message);
            if (place.Inside is { } inside)
            {
                WritePayloadPlace(inside);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    /// <summary>Where in the decoded code, as <c>leaklens decode</c> prints it.</summary>
    private void WritePayloadPlace(PayloadPlace place)
    {
        _json.WritePropertyName("payload");
        _json.WriteStartObject();
        _json.Property("name", place.Name);
        _json.WritePropertyName("line");
        _json.WriteValue(place.Line);
        _json.WritePropertyName("column");
        _json.WriteValue(place.Column);
        _json.Property("code", place.Code);
        _json.WriteEndObject();
    }

    private void WriteFixes(SourceText text, Finding finding)
    {
        _json.WritePropertyName("fixes");
        _json.WriteStartArray();
        foreach (var fix in finding.Fixes)
        {
            _json.WriteStartObject();
            _json.Property("title", fix.Title);
            _json.Property("applicability", JsonNames.Of(fix.Applicability));
            _json.Property("kind", fix.Kind);
            _json.WritePropertyName("review");
            _json.WriteValue(fix.Review);
            WriteEdits(text, fix);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteEdits(SourceText text, Fix fix)
    {
        _json.WritePropertyName("edits");
        _json.WriteStartArray();
        foreach (var edit in fix.Edits)
        {
            _json.WriteStartObject();
            JsonPlace.Write(_json, text, edit.Span);
            _json.Property("newText", edit.NewText);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteNames(string name, IEnumerable<string> names)
    {
        _json.WritePropertyName(name);
        _json.WriteStartArray();
        foreach (var one in names)
        {
            _json.WriteValue(one);
        }

        _json.WriteEndArray();
    }

    private void WriteErrors(ScanReport report)
    {
        _json.WritePropertyName("errors");
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
}
