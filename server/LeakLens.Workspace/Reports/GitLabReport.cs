using LeakLens.Engine.Findings;
using LeakLens.Workspace.Scanning;
using Newtonsoft.Json;

namespace LeakLens.Workspace.Reports;

/// <summary>GitLab's report of code quality: the part of Code Climate's format that it reads.</summary>
public static class GitLabReport
{
    public static void Write(TextWriter output, ScanReport report)
    {
        using var json = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false };
        var fingerprints = new Fingerprints();
        json.WriteStartArray();
        foreach (var place in PlacedFinding.Of(report))
        {
            var finding = place.Finding;
            json.WriteStartObject();
            json.Property("description", finding.Message);
            json.Property("check_name", finding.Rule.Id);
            json.Property("fingerprint", fingerprints.Of(place.File.Path, place.Text, finding));
            json.Property("severity", SeverityOf(finding.Level));
            json.WritePropertyName("location");
            json.WriteStartObject();
            json.Property("path", place.File.Path);
            WriteLines(json, place);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        output.Write('\n');
    }

    private static void WriteLines(JsonTextWriter json, PlacedFinding place)
    {
        json.WritePropertyName("lines");
        json.WriteStartObject();
        json.WritePropertyName("begin");
        json.WriteValue(place.Line);
        json.WritePropertyName("end");
        json.WriteValue(place.End.Line + 1);
        json.WriteEndObject();
    }

    private static string SeverityOf(FindingLevel level) => level switch
    {
        FindingLevel.Error => "critical",
        FindingLevel.Warning => "major",
        _ => "info",
    };
}
