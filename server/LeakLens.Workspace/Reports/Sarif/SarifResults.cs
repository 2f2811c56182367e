using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Suppressions;
using LeakLens.Python.Text;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Reports.Sarif;

/// <summary>The findings of a SARIF log, those that somebody has accepted among them.</summary>
internal sealed class SarifResults
{
    private readonly SarifWriter _json;
    private readonly Dictionary<string, int> _indexes;
    private readonly Fingerprints _fingerprints = new();

    public SarifResults(SarifWriter json, List<RuleDescriptor> rules)
    {
        _json = json;
        _indexes = rules.Select(static (rule, index) => (Key: SarifTool.KeyOf(rule), index)).ToDictionary(static pair => pair.Key, static pair => pair.index, StringComparer.Ordinal);
    }

    public void Write(ScanReport report)
    {
        _json.BeginArray("results");
        foreach (var file in report.Files)
        {
            if (file.Text is not { } text)
            {
                continue;
            }

            foreach (var finding in file.Findings.Concat(file.Suppressed).OrderBy(static finding => finding.Span.Start).ThenBy(static finding => finding.Rule.Id, StringComparer.Ordinal))
            {
                WriteResult(file.Path, text, finding);
            }
        }

        _json.EndArray();
    }

    private void WriteResult(string path, SourceText text, Finding finding)
    {
        _json.Begin();
        _json.Write("ruleId", finding.Rule.Id);
        _json.Write("ruleIndex", _indexes[SarifTool.KeyOf(finding.Rule)]);
        _json.Write("level", JsonNames.Of(finding.Level));
        _json.WriteMessage("message", finding.Message);
        _json.BeginArray("locations");
        _json.Begin();
        _json.WriteLocation(path, text, finding.Span);
        _json.End();
        _json.EndArray();
        WriteRelated(path, text, finding);
        WriteFlow(path, text, finding);
        _json.Begin("partialFingerprints");
        _json.Write("leaklensLine/v1", _fingerprints.Of(path, text, finding));
        _json.End();
        WriteFixes(path, text, finding);
        WriteSuppression(path, text, finding.Suppression);
        WriteProperties(finding);
        _json.End();
    }

    private void WriteRelated(string path, SourceText text, Finding finding)
    {
        if (finding.Related.IsEmpty)
        {
            return;
        }

        _json.BeginArray("relatedLocations");
        foreach (var place in finding.Related)
        {
            _json.Begin();
            _json.WriteLocation(path, text, place.Span, place.Message);
            _json.End();
        }

        _json.EndArray();
    }

    /// <summary>From where the memory is made, over where it is repeated, to where it grows.</summary>
    private void WriteFlow(string path, SourceText text, Finding finding)
    {
        if (finding.Related.IsEmpty)
        {
            return;
        }

        _json.BeginArray("codeFlows");
        _json.Begin();
        _json.BeginArray("threadFlows");
        _json.Begin();
        _json.BeginArray("locations");
        foreach (var place in finding.Related)
        {
            WriteStep(path, text, place.Span, place.Message);
        }

        WriteStep(path, text, finding.Span, finding.Message);
        _json.EndArray();
        _json.End();
        _json.EndArray();
        _json.End();
        _json.EndArray();
    }

    private void WriteStep(string path, SourceText text, TextSpan span, string message)
    {
        _json.Begin();
        _json.Begin("location");
        _json.WriteLocation(path, text, span, message);
        _json.End();
        _json.End();
    }

    private void WriteFixes(string path, SourceText text, Finding finding)
    {
        if (finding.Fixes.IsEmpty)
        {
            return;
        }

        _json.BeginArray("fixes");
        foreach (var fix in finding.Fixes)
        {
            _json.Begin();
            _json.WriteMessage("description", fix.Title);
            _json.BeginArray("artifactChanges");
            _json.Begin();
            _json.WriteArtifact(path);
            _json.BeginArray("replacements");
            foreach (var edit in fix.Edits)
            {
                WriteReplacement(text, edit);
            }

            _json.EndArray();
            _json.End();
            _json.EndArray();
            _json.End();
        }

        _json.EndArray();
    }

    private void WriteReplacement(SourceText text, TextEdit edit)
    {
        _json.Begin();
        _json.Begin("deletedRegion");
        _json.WriteBounds(text, edit.Span);
        _json.End();
        _json.Begin("insertedContent");
        _json.Write("text", edit.NewText);
        _json.End();
        _json.End();
    }

    private void WriteSuppression(string path, SourceText text, Suppression? suppression)
    {
        if (suppression is null)
        {
            return;
        }

        _json.BeginArray("suppressions");
        _json.Begin();
        _json.Write("kind", suppression.Comment is null ? "external" : "inSource");
        _json.Write("status", "accepted");
        if (suppression.Justification is { } justification)
        {
            _json.Write("justification", justification);
        }

        if (suppression.Comment is { } comment)
        {
            _json.Begin("location");
            _json.WriteLocation(path, text, comment);
            _json.End();
        }

        _json.End();
        _json.EndArray();
    }

    private void WriteProperties(Finding finding)
    {
        _json.Begin("properties");
        _json.Write("confidence", Math.Round(finding.Confidence, 3));
        if (finding.Advice is { } advice)
        {
            _json.Write("advice", advice);
        }

        WriteNumber("peakBytes", finding.Estimate?.PeakBytes);
        WriteNumber("retainedBytes", finding.Estimate?.RetainedBytes);
        WriteNumber("bytesPerTrip", finding.Estimate?.BytesPerTrip);
        WriteNumber("trips", finding.Estimate?.Trips);
        _json.End();
    }

    private void WriteNumber(string name, long? value)
    {
        if (value is { } number)
        {
            _json.Write(name, number);
        }
    }
}
