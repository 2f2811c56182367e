using System.Collections.Immutable;
using System.Globalization;
using LeakLens.Server.Lsp.Json;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Workspace.Scan;

/// <summary>The reports of a scan in the shape that the command line promises.</summary>
internal sealed record ScanReportAnswer(ImmutableArray<ScanReport> Reports, string Version) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("reports");
        json.WriteStartArray();
        foreach (var report in Reports)
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            JsonReport.Write(text, report, Version);
            json.WriteRawValue(text.ToString());
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
